import { NO_UNDO, type UndoCounts } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { PlannedPair } from '../model/plan.ts';

/** What an undo of pairs does, records apart from profiles: the counts are those of records, `overwritten` and `changed` of both. */
export interface UndoneCounts extends UndoCounts {
  /** Copies that go while the source keeps the original; they do not count as removed. */
  copies: number;
  /** Fields of profiles that are put back. */
  fields: number;
  /** Marks "merged into" that are taken off or, where an undo is undone, set again. */
  marks: number;
}

/** Sums what an undo does to these pairs. Pure. */
export function countUndone(pairs: readonly Pick<PlannedPair, 'undo'>[]): UndoneCounts {
  const counts: UndoneCounts = { ...NO_UNDO, copies: 0, fields: 0, marks: 0 };
  for (const { undo } of pairs) {
    for (const [type, change] of Object.entries(undo)) {
      counts.changed += change.changed;
      counts.overwritten += change.overwritten;
      // Of the source, a merge sets nothing but the mark.
      if (type === USER_INFORMATION) {
        counts.fields += change.restored;
        counts.marks += change.returned;
        continue;
      }
      const { copies = 0 } = change;
      counts.copies += copies;
      counts.returned += change.returned;
      counts.restored += change.restored;
      counts.removed += change.removed - copies;
    }
  }
  return counts;
}
