import { NO_UNDO } from '../model/change.ts';

/**
 * A plan of version 1, which knew of no undo, or of the first of version 2, which did not count what is overwritten, in
 * the present shape; anything else is given back as it is.
 */
export function upgradePlan(value: unknown): unknown {
  if (!isObject(value) || !Array.isArray(value.pairs)) return value;
  const pairs: unknown[] = value.pairs;
  if (value.version === 2) return countOverwritten(value, pairs);
  if (value.version !== 1) return value;
  return {
    ...value,
    version: 2,
    pairs: pairs.map((pair) => (isObject(pair) ? { ...pair, undo: {} } : pair)),
    totals: isObject(value.totals) ? { ...value.totals, ...NO_UNDO } : value.totals,
    choices: null,
    undoOf: null,
  };
}

function countOverwritten(value: Record<string, unknown>, pairs: readonly unknown[]): unknown {
  const { totals } = value;
  if (!isObject(totals) || totals.overwritten !== undefined) return value;
  const changeOf = (change: unknown) => (isObject(change) ? { overwritten: 0, stuck: 0, ...change } : change);
  const undoOf = (undo: unknown) =>
    isObject(undo) ? Object.fromEntries(Object.entries(undo).map(([type, change]) => [type, changeOf(change)])) : undo;
  return {
    ...value,
    pairs: pairs.map((pair) => (isObject(pair) ? { ...pair, undo: undoOf(pair.undo) } : pair)),
    totals: { ...totals, overwritten: 0 },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
