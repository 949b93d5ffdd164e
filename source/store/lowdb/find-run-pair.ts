import type { RunPair } from '../../model/run.ts';

/** Which pair of a run. */
export interface PairIds {
  source: number;
  target: number;
}

/** Below this many pairs none are looked up faster than one after the other. */
const FEW = 32;

/** The pairs of a run never change places, nor their people: an import has a hundred thousand of them. */
const known = new WeakMap<readonly PairIds[], ReadonlyMap<string, PairIds>>();

/** The pair of `pairs`, which are those of a run, that names these two; undefined: none does. */
export function findRunPair<P extends PairIds = RunPair>(pairs: readonly P[], ids: PairIds): P | undefined {
  if (pairs.length < FEW) return pairs.find(({ source, target }) => source === ids.source && target === ids.target);
  const index = known.get(pairs) ?? indexPairs(pairs);
  return index.get(keyOf(ids)) as P | undefined;
}

function indexPairs(pairs: readonly PairIds[]): ReadonlyMap<string, PairIds> {
  const index = new Map<string, PairIds>();
  for (const pair of pairs) if (!index.has(keyOf(pair))) index.set(keyOf(pair), pair);
  known.set(pairs, index);
  return index;
}

function keyOf({ source, target }: PairIds): string {
  return `${source}:${target}`;
}
