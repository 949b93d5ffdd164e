import type { TypeChange } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Plan } from '../model/plan.ts';

/**
 * The ids of the data types that a plan does something to: those that it carries, and those that it settles though they
 * were declined (X20: of a course that both have, the better enrolment wins all the same). An import sets profiles.
 */
export function typesOfPlan({ carried, pairs }: Pick<Plan, 'carried' | 'pairs'>): string[] {
  const settled = pairs.flatMap(({ changes }) =>
    Object.entries(changes).flatMap(([id, change]) => (isSettled(change) ? id : [])),
  );
  const profile = pairs.some(({ row }) => row !== undefined) ? [USER_INFORMATION] : [];
  return [...new Set([...carried, ...profile, ...settled])];
}

function isSettled({ combined, replaced, summed, derived }: TypeChange): boolean {
  return combined + replaced + summed + derived > 0;
}
