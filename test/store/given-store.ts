import { join } from 'node:path';
import type { Actor } from '../../source/model/actor.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Disk, Holder, StorePort, StoreWriter } from '../../source/model/ports.ts';
import type { Run } from '../../source/model/run.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

export const HOLDER: Holder = {
  login: 'admin',
  host: 'desk',
  pid: process.pid,
  since: '2026-03-02T09:00:00.000Z',
  doing: 'a test',
};
/** Who does what these entries tell. */
export const ACTOR: Actor = { operator: 'admin', account: 'admin', realAccount: null, host: 'desk' };
const AT = '2026-03-02T09:15:00.000Z';

/** A demonstration store of `users` people in a new folder; `but` changes what it holds. */
export async function givenStore(
  users = 30,
  but: Partial<StoreData> = {},
): Promise<{ folder: string; data: StoreData }> {
  const folder = join(await tempFolder(), 'store');
  const data = { ...makeDemo({ users, seed: 7 }), ...but };
  await createStore(folder, data, nodeDisk, systemRandom);
  return { folder, data };
}

/** Opens the store in `folder` as a process of its own would. */
export function openAt(folder: string, disk: Disk = nodeDisk): Promise<LowdbStore> {
  return LowdbStore.open(folder, disk, systemRandom);
}

/** Opens the store in `folder` and becomes its writer. */
export async function writeAt(
  folder: string,
  disk: Disk = nodeDisk,
): Promise<{ store: LowdbStore; writer: StoreWriter }> {
  const store = await openAt(folder, disk);
  return { store, writer: await store.startWriting(HOLDER) };
}

/** The beginning of a run of `pairs` pairs: 1 into 2, 3 into 4 … */
export function started(run: string, pairs = 10): JournalEntry {
  return {
    kind: 'run-started',
    run,
    plan: `plan of ${run}`,
    seal: '0',
    operation: 'transfer',
    undoOf: null,
    ...ACTOR,
    at: AT,
    pairs: Array.from({ length: pairs }, (_, index) => ({ source: 2 * index + 1, target: 2 * index + 2 })),
  };
}

/** Pair `index` of a run that `started` began, done: what its target has of the type `marks` is `text`. */
export function done(run: string, index: number, text = `mark of ${run}`): JournalEntry {
  const [source, target] = [2 * index + 1, 2 * index + 2];
  return {
    kind: 'pair-done',
    run,
    source,
    target,
    at: AT,
    before: { source: { id: source, records: {} }, target: { id: target, records: {} } },
    after: {
      source: { id: source, records: { marks: [] } },
      target: { id: target, records: { marks: [{ id: 9_000_000 + index, text }] } },
    },
    counts: { marks: { combined: 1 } },
  };
}

/** The same pair, failed. */
export function failed(run: string, index: number, reason = 'for the test'): JournalEntry {
  return {
    kind: 'pair-failed',
    run,
    source: 2 * index + 1,
    target: 2 * index + 2,
    at: AT,
    code: 'refused',
    reason,
  };
}

export function finished(run: string): JournalEntry {
  return { kind: 'run-finished', run, at: AT, state: 'succeeded' };
}

/** Everybody and every run, as `store` has them. */
export async function contentOf(store: StorePort): Promise<{ people: Person[]; runs: (Run | null)[] }> {
  const ids = (await store.users()).map(({ id }) => id);
  const runs = await Promise.all((await store.runs()).map(({ id }) => store.run(id)));
  return { people: [...(await store.people(ids)).values()], runs };
}
