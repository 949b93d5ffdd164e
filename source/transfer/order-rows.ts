import type { MappingRules } from '../model/mapping.ts';
import type { PlannedPair } from '../model/plan.ts';
import { uniqueKey } from './unique-fields.ts';

/**
 * The rows of an import in the order in which they run, else that of the file: whoever becomes inactive first, as that
 * frees a seat, and whoever gives up an address or a login before whoever gets it. People who swap theirs have the same
 * one for as long as it takes from the one row to the other.
 */
export function orderRows(pairs: readonly PlannedPair[], emailCase: MappingRules['emailCase']): PlannedPair[] {
  const freeing = new Map<string, PlannedPair>();
  for (const pair of pairs) {
    for (const { field, target } of pair.fields) {
      const key = uniqueKey(field, target, emailCase);
      if (key !== null) freeing.set(key, pair);
    }
  }
  const wanted = [
    ...pairs.filter(({ row }) => row?.becomes === 'inactive'),
    ...pairs.filter(({ row }) => row?.becomes !== 'inactive'),
  ];
  const ordered = new Set<PlannedPair>();
  const begun = new Set<PlannedPair>();
  for (const pair of wanted) {
    const waiting = [pair];
    for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
      begun.add(last);
      const before = last.fields.flatMap(({ field, source }) => {
        const other = freeing.get(uniqueKey(field, source, emailCase) ?? '');
        return other === undefined || begun.has(other) ? [] : [other];
      });
      const [next] = before;
      if (next === undefined) {
        ordered.add(last);
        waiting.pop();
      } else waiting.push(next);
    }
  }
  return [...ordered];
}
