import { carriesAgain, rootRun } from '../model/carries-again.ts';
import type { StorePort } from '../model/ports.ts';
import type { Earlier } from './earlier.ts';
import { indexOwners } from './index-owners.ts';
import { readCarried } from './read-carried.ts';

/**
 * What an undo of run `run` has to know of it, as the store is now.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function readEarlier(store: StorePort, run: string): Promise<Earlier> {
  const pairs = await readCarried(store, run);
  const runs = await store.runs();
  const wholly = ((await store.run(run))?.pairs ?? []).filter(({ undone }) => undone?.whole === true);
  const everybody = await store.people((await store.users()).map(({ id }) => id));
  return {
    pairs,
    undone: new Set(wholly.map(({ source, target }) => `${source}:${target}`)),
    root: rootRun(run, runs),
    isAgain: carriesAgain(run, runs),
    ownerOf: indexOwners(pairs.values(), everybody.values()),
  };
}
