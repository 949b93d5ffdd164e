import type { MappingRules } from '../model/mapping.ts';
import type { PlannedPair } from '../model/plan.ts';
import { uniqueKey } from './unique-fields.ts';

/**
 * The rows of an import in the order in which they run, else that of the file: whoever becomes inactive first, as that
 * frees a seat, and whoever gives up an address or a login before whoever gets it. Nobody becomes active before somebody
 * becomes inactive. People who swap an address, and who get that of somebody who only then becomes active, have the same
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
  const isFreeing = ({ row }: PlannedPair) => row?.becomes === 'inactive';
  const wanted = [...pairs.filter(isFreeing), ...pairs.filter((pair) => !isFreeing(pair))];
  const ordered = new Set<PlannedPair>();
  const begun = new Set<PlannedPair>();
  for (const pair of wanted) {
    if (begun.has(pair)) continue;
    const canWait = isFreeing(pair) ? ({ row }: PlannedPair) => row?.becomes === 'active' : () => false;
    const waiting = [pair];
    for (let last = waiting.at(-1); last !== undefined; last = waiting.at(-1)) {
      begun.add(last);
      const before = last.fields.flatMap(({ field, source }) => {
        const other = freeing.get(uniqueKey(field, source, emailCase) ?? '');
        return other === undefined || begun.has(other) || canWait(other) ? [] : [other];
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
