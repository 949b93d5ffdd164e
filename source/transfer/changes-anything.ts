import { isDeepStrictEqual } from 'node:util';
import type { TypeChange, UndoChange } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';

/** Whether `plan` does more than leave records where they are: to run one that does not would only use up its pairs. */
export function changesAnything({ pairs }: Pick<Plan, 'pairs'>): boolean {
  return pairs.some(
    ({ changes, undo, fields }) =>
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
