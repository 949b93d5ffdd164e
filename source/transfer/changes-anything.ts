import { isDeepStrictEqual } from 'node:util';
import type { TypeChange, UndoChange } from '../model/change.ts';
import type { PlannedPair } from '../model/plan.ts';

/**
 * Whether `plan` does more than leave records and profiles where they are: to run one that does not would only use up its
 * pairs. An undo does that as well where it only marks a pair as undone: what stands in the way of carrying it again goes.
 * So does a merge that only marks its source: the account can be found, closed and deleted as a merged one (C23). The row
 * of an import that changes nothing is not in its plan.
 */
export function changesAnything({
  pairs,
}: {
  pairs: readonly Pick<PlannedPair, 'changes' | 'undo' | 'effect' | 'fields' | 'row'>[];
}): boolean {
  return pairs.some(
    ({ changes, undo, effect, fields, row }) =>
      effect !== undefined ||
      row !== undefined ||
      Object.values(changes).some(isChange) ||
      Object.values(undo).some(isUndo) ||
      fields.some(({ taken, source, target }) => taken !== 'target' && !isDeepStrictEqual(source, target)),
  );
}

function isChange({ combined, replaced, deduplicated, summed, derived }: TypeChange): boolean {
  return combined + replaced + deduplicated + summed + derived > 0;
}

function isUndo({ returned, restored, removed }: UndoChange): boolean {
  return returned + restored + removed > 0;
}
