import { lineOf } from '../model/carries-again.ts';
import type { StorePort } from '../model/ports.ts';
import type { Earlier } from './earlier.ts';
import { indexNaming } from './index-naming.ts';
import { indexOwners } from './index-owners.ts';
import { readCarried } from './read-carried.ts';

/**
 * What an undo of run `run` has to know of it, as the store is now.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function readEarlier(store: StorePort, run: string): Promise<Earlier> {
  const pairs = await readCarried(store, run);
  const line = lineOf(run, await store.runs());
  // Every second run of them does the same to a pair. What one of them did may be undone by an undo of another: all of
  // them must stand, or this one is not what holds the pair as it is.
  const alike = line.filter((_id, place) => place % 2 === 0);
  const undone = (await Promise.all(alike.map((id) => wholly(id, store)))).flat();
  const everybody = [...(await store.people((await store.users()).map(({ id }) => id))).values()];
  return {
    pairs,
    undone: new Set(undone),
    root: line.at(-1) ?? run,
    isAgain: line.length % 2 === 0,
    ownerOf: indexOwners([...pairs.values()], everybody),
    isNamed: indexNaming(everybody),
  };
}

/** "source:target" of the pairs of a run that have been put back wholly. */
async function wholly(run: string, store: StorePort): Promise<string[]> {
  const pairs = (await store.run(run))?.pairs ?? [];
  return pairs.filter(({ undone }) => undone?.whole === true).map(({ source, target }) => `${source}:${target}`);
}
