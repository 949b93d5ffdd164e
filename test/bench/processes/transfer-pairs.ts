import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../../../source/model/catalogue.ts';
import type { JournalEntry, JournalRecord } from '../../../source/model/journal.ts';
import type { Plan } from '../../../source/model/plan.ts';
import type { StoreWriter } from '../../../source/model/ports.ts';
import { makeDemo } from '../../../source/people/demo/make-demo.ts';
import { createStore } from '../../../source/store/create-store.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { openStore } from '../../../source/store/open-store.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { apartPairs, holderOf, planAll, readStandardCatalogue, runToEnd } from '../given-plan.ts';

/** Microseconds a record: of a run whose every record is appended alone, and of bare appends and syncs of the same. */
export interface Batch {
  transfer: number;
  bareWrite: number;
}

const WARM_PEOPLE = 5000;
const WARM_PAIRS = 2000;

/** A store of `size` people in `folder`, open for writing, with plans for `count` pairs, so many pairs each. */
async function prepare(folder: string, size: number, count: number, each: number, catalogue: Catalogue) {
  await createStore(folder, makeDemo({ users: size, seed: 1 }), nodeDisk, systemRandom);
  const store = await openStore(folder, systemRandom);
  const info = await store.info();
  const pairs = apartPairs(await store.users(), count);
  const people = await store.people(pairs.flatMap(({ source, target }) => [source, target]));
  const plans: Plan[] = [];
  for (let at = 0; at < count; at += each) plans.push(planAll(info, catalogue, people, pairs.slice(at, at + each)));
  return { writer: oneByOne(await store.startWriting(holderOf('bench'))), plans };
}

/** `writer`, but every entry is appended and synced by itself: no pair shares what that costs with others. */
function oneByOne(writer: StoreWriter): StoreWriter {
  const append = async (entries: readonly JournalEntry[]) => {
    const records: JournalRecord[] = [];
    for (const entry of entries) records.push(...(await writer.append([entry])));
    return records;
  };
  return { ...writer, append };
}

/** Runs enough pairs of another store for the engine to have compiled what it runs often. */
async function warmUp(folder: string, each: number, catalogue: Catalogue): Promise<void> {
  const { writer, plans } = await prepare(folder, WARM_PEOPLE, WARM_PAIRS, each, catalogue);
  for (const [index, plan] of plans.entries()) await runToEnd(`warm-${index}`, plan, catalogue, writer);
  await writer.close();
}

/** Sends a `Batch` each time that it is asked: of a run of `each` pairs, among `size` people. */
async function serve(folder: string, size: number, count: number, each: number): Promise<void> {
  const catalogue = await readStandardCatalogue();
  await warmUp(path.join(folder, 'warm'), each, catalogue);
  const location = path.join(folder, 'store');
  const { writer, plans } = await prepare(location, size, count, each, catalogue);
  const [name = ''] = (await nodeDisk.list(location)).filter((file) => file.startsWith('journal.'));
  const journal = path.join(location, name);
  const bare = await open(path.join(folder, 'bare'), 'ax');
  let known = 0;

  const timeBatch = async (run: string, plan: Plan): Promise<Batch> => {
    const start = performance.now();
    await runToEnd(run, plan, catalogue, writer);
    const transfers = performance.now() - start;
    const written = Buffer.from(await nodeDisk.read(journal, known));
    known += written.length;
    const records = (written.toString().match(/.+\n/g) ?? []).map((line) => Buffer.from(line));
    const bareStart = performance.now();
    for (const record of records) {
      await bare.write(record);
      await bare.datasync();
    }
    const bareWrites = performance.now() - bareStart;
    return { transfer: (transfers * 1000) / records.length, bareWrite: (bareWrites * 1000) / records.length };
  };

  process.on('message', async () => {
    const plan = plans.shift();
    if (plan === undefined) throw new Error('There are no pairs left');
    process.send?.(await timeBatch(`bench-${plans.length}`, plan));
  });
  process.send?.('ready');
}

const [folder = '', size, count, each] = process.argv.slice(2);
await serve(folder, Number(size), Number(count), Number(each));
