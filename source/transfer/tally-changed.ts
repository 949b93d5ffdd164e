import type { UndoChange } from '../model/change.ts';

/** What becomes of the records that changed since a run, in numbers. */
export interface ChangedTally {
  /** Put back all the same: what was changed in them is lost. */
  overwritten: number;
  /** Left as they are. */
  stays: number;
  /** As before the run already, which is taken as put back. */
  already: number;
  /** Those that would be put back were changes overwritten; of an undo that does so, 0. */
  overwritable: number;
}

/** What becomes of the changed records of `changes`; `isOverwriting`: their plan overwrites what has changed. */
export function tallyChanged(changes: Iterable<UndoChange>, isOverwriting: boolean): ChangedTally {
  const tally: ChangedTally = { overwritten: 0, stays: 0, already: 0, overwritable: 0 };
  for (const { changed, overwritten, stuck, already = 0 } of changes) {
    const settled = isOverwriting ? already : 0;
    tally.overwritten += overwritten;
    tally.already += settled;
    tally.stays += changed - overwritten - settled;
    if (!isOverwriting) tally.overwritable += changed - stuck;
  }
  return tally;
}
