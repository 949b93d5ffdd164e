/** Where somebody was merged to, and by which run. */
export interface StandingMerge {
  target: number;
  run: string;
}

/** A file asks for each of its pairs; what is done stays the same meanwhile. */
const known = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<number, StandingMerge>>();

/**
 * Source → the merge of theirs that still stands, if only in part: an undo that leaves something takes the mark off the
 * source all the same.
 * @param donePairs "source:target" → run, of merges
 */
export function standingMerges(donePairs: ReadonlyMap<string, string>): ReadonlyMap<number, StandingMerge> {
  const earlier = known.get(donePairs);
  if (earlier !== undefined) return earlier;
  const standing = new Map<number, StandingMerge>();
  for (const [key, run] of donePairs) {
    const [source, target] = key.split(':').map(Number);
    if (source !== undefined && target !== undefined) standing.set(source, { target, run });
  }
  known.set(donePairs, standing);
  return standing;
}
