import type { ImportRow } from './import-check.ts';

/**
 * The ids that new people get: one after the other from the first behind `lastId`, in the order of the file. No ID comes
 * to mean somebody else, not even that of a person who is gone.
 * @returns a row's ID by its place; undefined: it creates nobody
 */
export function giveIds(kinds: readonly ImportRow['kind'][], lastId: number): (number | undefined)[] {
  let last = lastId;
  return kinds.map((kind) => {
    if (kind !== 'create') return undefined;
    last += 1;
    return last;
  });
}
