import { type FileHandle, mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../../../source/model/catalogue.ts';
import type { JournalEntry } from '../../../source/model/journal.ts';
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
  const location = path.join(folder, 'store');
  await mkdir(folder);
  await createStore(location, makeDemo({ users: size, seed: 1 }), nodeDisk, systemRandom);
  const store = await openStore(location, systemRandom);
  const info = await store.info();
  const pairs = apartPairs(await store.users(), count);
  const people = await store.people(pairs.flatMap(({ source, target }) => [source, target]));
  const plans: Plan[] = [];
  for (let at = 0; at < count; at += each) plans.push(planAll(info, catalogue, people, pairs.slice(at, at + each)));
  const bare = await open(path.join(folder, 'bare'), 'ax');
  return { plans, bare, ...besideBare(await store.startWriting(holderOf('bench')), bare) };
}

/**
 * `writer`, but behind each of its writes the same bytes are written to `bare`, so that both find disk and processor in
 * the same mood. `spent` tells the milliseconds
 * of these writes, and of all that is done for them.
 */
function besideBare(writer: StoreWriter, bare: FileHandle) {
  const spent = { records: 0, bareWrites: 0, aside: 0 };
  const append = async (entries: readonly JournalEntry[]) => {
    const records = await writer.append(entries);
    const aside = performance.now();
    const bytes = Buffer.from(JSON.stringify(records));
    const start = performance.now();
    await bare.write(bytes);
    await bare.datasync();
    const end = performance.now();
    spent.bareWrites += end - start;
    spent.aside += end - aside;
    spent.records += records.length;
    return records;
  };
  return { writer: { ...writer, append }, spent };
}

/** Sends a `Batch` each time that it is asked: of a run of `each` pairs, among `size` people. */
async function serve(folder: string, size: number, count: number, each: number): Promise<void> {
  const catalogue = await readStandardCatalogue();
  const timeRun = async (run: string, plan: Plan, { writer, spent }: Awaited<ReturnType<typeof prepare>>) => {
    Object.assign(spent, { records: 0, bareWrites: 0, aside: 0 });
    const start = performance.now();
    await runToEnd(run, plan, catalogue, writer, { group: 1 });
    const transfers = performance.now() - start - spent.aside;
    const perRecord = (spentTime: number) => (spentTime * 1000) / spent.records;
    return { transfer: perRecord(transfers), bareWrite: perRecord(spent.bareWrites) } satisfies Batch;
  };

  // Enough pairs of another store for the engine to have compiled what it runs often.
  const warm = await prepare(path.join(folder, 'warm'), WARM_PEOPLE, WARM_PAIRS, each, catalogue);
  for (const [index, plan] of warm.plans.entries()) await timeRun(`warm-${index}`, plan, warm);
  await warm.writer.close();
  await warm.bare.close();
  const ready = await prepare(path.join(folder, 'measured'), size, count, each, catalogue);
  process.on('message', async () => {
    const plan = ready.plans.shift();
    if (plan === undefined) throw new Error('There are no pairs left');
    process.send?.(await timeRun(`bench-${ready.plans.length}`, plan, ready));
  });
  process.send?.('ready');
}

const [folder = '', size, count, each] = process.argv.slice(2);
await serve(folder, Number(size), Number(count), Number(each));
