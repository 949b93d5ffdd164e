import type { TypeChange } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';

/** Whether `plan` does more than leave records where they are: to run one that does not would only use up its pairs. */
export function changesAnything({ pairs }: Pick<Plan, 'pairs'>): boolean {
  return pairs.some(({ changes }) => Object.values(changes).some(isChange));
}

function isChange({ combined, replaced, deduplicated, summed, derived }: TypeChange): boolean {
  return combined + replaced + deduplicated + summed + derived > 0;
}
