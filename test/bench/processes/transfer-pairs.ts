import { open } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../../../source/model/catalogue.ts';
import type { Plan } from '../../../source/model/plan.ts';
import type { StoreWriter } from '../../../source/model/ports.ts';
import { makeDemo } from '../../../source/people/demo/make-demo.ts';
import { createStore } from '../../../source/store/create-store.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { openStore } from '../../../source/store/open-store.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { apartPairs, holderOf, planAll, readStandardCatalogue, runToEnd } from '../given-plan.ts';

/** Microseconds of transfers and, beside each, of bare appends and syncs of the same records. */
export interface Batch {
  transfers: number[];
  bareWrites: number[];
}

const WARM_PEOPLE = 5000;
const WARM_PAIRS = 2000;

/** A store of `size` people in `folder`, open for writing, with plans of one pair each for `count` pairs. */
async function prepare(folder: string, size: number, count: number, catalogue: Catalogue) {
  await createStore(folder, makeDemo({ users: size, seed: 1 }), nodeDisk, systemRandom);
  const store = await openStore(folder, systemRandom);
  const info = await store.info();
  const pairs = apartPairs(await store.users(), count);
  const people = await store.people(pairs.flatMap(({ source, target }) => [source, target]));
  return {
    writer: await store.startWriting(holderOf('bench')),
    plans: pairs.map((pair) => planAll(info, catalogue, people, [pair])),
    whole: planAll(info, catalogue, people, pairs),
  };
}

/**
 * A run of one pair, alone: what it compares, works out, hashes and applies, and its three records (begun, pair, ended),
 * each appended and synced by itself. In microseconds.
 */
async function timeTransfer(run: string, plan: Plan, catalogue: Catalogue, writer: StoreWriter): Promise<number> {
  const start = performance.now();
  await runToEnd(run, plan, catalogue, writer);
  return (performance.now() - start) * 1000;
}

/** Runs enough pairs of another store for the engine to have compiled what it runs often. */
async function warmUp(folder: string, catalogue: Catalogue): Promise<void> {
  const { writer, whole } = await prepare(folder, WARM_PEOPLE, WARM_PAIRS, catalogue);
  await runToEnd('warm', whole, catalogue, writer);
  await writer.close();
}

/** Sends a `Batch` for each number that it is sent: of so many transfers, among as many people as it was started for. */
async function serve(folder: string, size: number, count: number): Promise<void> {
  const catalogue = await readStandardCatalogue();
  await warmUp(path.join(folder, 'warm'), catalogue);
  const location = path.join(folder, 'store');
  const { writer, plans } = await prepare(location, size, count, catalogue);
  const [name = ''] = (await nodeDisk.list(location)).filter((each) => each.startsWith('journal.'));
  const journal = path.join(location, name);
  const bare = await open(path.join(folder, 'bare'), 'ax');
  let next = 0;
  let known = 0;

  const timeBareWrites = async (): Promise<number> => {
    const written = Buffer.from(await nodeDisk.read(journal, known));
    known += written.length;
    const lines = written.toString().match(/.+\n/g) ?? [];
    const records = lines.map((line) => Buffer.from(line));
    const start = performance.now();
    for (const record of records) {
      await bare.write(record);
      await bare.datasync();
    }
    return (performance.now() - start) * 1000;
  };

  process.on('message', async (wanted: number) => {
    const batch: Batch = { transfers: [], bareWrites: [] };
    for (const plan of plans.slice(next, next + wanted)) {
      next += 1;
      batch.transfers.push(await timeTransfer(`bench-${next}`, plan, catalogue, writer));
      batch.bareWrites.push(await timeBareWrites());
    }
    process.send?.(batch);
  });
  process.send?.('ready');
}

const [folder = '', size, count] = process.argv.slice(2);
await serve(folder, Number(size), Number(count));
