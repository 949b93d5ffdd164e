import { NO_UNDO } from '../model/change.ts';

/** A plan of version 1, which knew of no undo, in the present shape; anything else is given back as it is. */
export function upgradePlan(value: unknown): unknown {
  if (!isObject(value) || value.version !== 1 || !Array.isArray(value.pairs)) return value;
  const pairs: unknown[] = value.pairs;
  return {
    ...value,
    version: 2,
    pairs: pairs.map((pair) => (isObject(pair) ? { ...pair, undo: {} } : pair)),
    totals: isObject(value.totals) ? { ...value.totals, ...NO_UNDO } : value.totals,
    choices: null,
    undoOf: null,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
