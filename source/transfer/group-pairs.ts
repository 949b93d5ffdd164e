import type { Plan, PlannedPair } from '../model/plan.ts';
import { emailCaseOf, uniqueKey } from './unique-fields.ts';

/**
 * `pairs` in groups of `size` that share a sync, in their order. Rows of an import that get what a later row gives up,
 * as in a swap, are in one group with it, however long that is: a stop never comes between them.
 */
export function groupPairs(plan: Plan, pairs: readonly PlannedPair[], size: number): PlannedPair[][] {
  const emailCase = emailCaseOf(plan);
  const placeOfGiver = new Map<string, number>();
  for (const [place, { row, fields }] of pairs.entries()) {
    if (row === undefined) continue;
    for (const { field, target } of fields) {
      const key = uniqueKey(field, target, emailCase);
      if (key !== null) placeOfGiver.set(key, place);
    }
  }
  const groups: PlannedPair[][] = [];
  let group: PlannedPair[] = [];
  let last = -1;
  for (const [place, pair] of pairs.entries()) {
    group.push(pair);
    for (const { field, source } of pair.row === undefined ? [] : pair.fields) {
      last = Math.max(last, placeOfGiver.get(uniqueKey(field, source, emailCase) ?? '') ?? -1);
    }
    if (group.length < size || place < last) continue;
    groups.push(group);
    group = [];
  }
  return group.length === 0 ? groups : [...groups, group];
}
