import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import { addTotals } from './add-totals.ts';

/**
 * What a plan tells of the pairs at these places of it, with the warnings of their lines. What stays behind is counted
 * for all pairs together, so that a part knows nothing of it; the seal is
 * that of the whole, so that a part is for telling and not for running. Pure.
 */
export function onlyPairs(plan: Plan, places: ReadonlySet<number>): Plan {
  const pairs = plan.pairs.filter((_pair, place) => places.has(place));
  const lines = new Set(pairs.map(({ line }) => line));
  const totals = { ...NO_RECORDS, ...NO_UNDO, pairs: pairs.length, notMoved: 0 };
  for (const pair of pairs) addTotals(totals, pair);
  return { ...plan, pairs, notMoved: [], warnings: plan.warnings.filter(({ line }) => lines.has(line)), totals };
}
