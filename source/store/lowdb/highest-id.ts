import type { PairIds } from './find-run-pair.ts';

/** The highest of the ids in `pairs` and of `last`. */
export function highestId(pairs: readonly PairIds[], last: number): number {
  let highest = last;
  for (const { source, target } of pairs) highest = Math.max(highest, source, target);
  return highest;
}
