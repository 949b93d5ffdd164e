import type { View } from '../model/operator.ts';
import type { Problem } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { User } from '../model/user.ts';
import { matchPairs } from './match-pairs.ts';

/**
 * What speaks against the pairs of a plan file, by the checks that a CSV file has to pass: whoever wrote the file need
 * not have been handover. What a run of it has done already is not looked at here.
 */
export function checkPlanPairs(plan: Plan, users: ReadonlyMap<number, User>, view: View | null): Problem[] {
  const rows = plan.pairs.map(({ source, target }, index) => ({
    line: index + 1,
    from: String(source.id),
    to: String(target.id),
    claims: null,
    ragged: null,
  }));
  const operation = plan.operation === 'merge' ? 'merge' : 'transfer';
  return matchPairs({ rows, direction: 'from-to', operation, users, view, donePairs: new Map() }).problems;
}
