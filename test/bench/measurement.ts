/** One line of the benchmark. */
export interface Measurement {
  name: string;
  /** What was measured, in the unit that `goal` speaks of: ms where it is a ratio. */
  value: number;
  /** The same work done by the least that could do it, measured in the same run and unit; null where there is none. */
  floor: number | null;
  /** `value` in floors; where they were measured in pairs, the middle one of the pairs' own ratios. */
  ratio: number | null;
  /** Such as `≤ 6 ×` (of the ratio) or `≤ 16 ms` (of the value). */
  goal: string;
  met?: boolean;
  /** Whether the floors of this run lay too far apart to judge by. */
  noisy?: boolean;
}

/** The middle one of `values`, which are not empty; of an even number, the upper of the two. */
export function medianOf(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[values.length >> 1] ?? Number.NaN;
}

/** Whether the middle half of `values` spreads over more than a third of their median. */
export function isNoisy(values: readonly number[]): boolean {
  const sorted = values.toSorted((left, right) => left - right);
  const [low = 0, high = 0] = [sorted[sorted.length >> 2], sorted[(sorted.length * 3) >> 2]];
  return high - low > medianOf(values) / 3;
}

/** Whether the goal is met: as `measure` says, or else by the number in the goal; null where the goal holds none. */
export function isMet({ met, goal, value, ratio }: Measurement): boolean | null {
  if (met !== undefined) return met;
  const limit = /≤\s*([\d.,]+)\s*(×)?/.exec(goal);
  if (limit?.[1] === undefined) return null;
  const measured = limit[2] === '×' ? ratio : value;
  return measured === null ? null : measured <= Number(limit[1].replaceAll(',', ''));
}

/**
 * The line of what was measured in pairs, a floor beside each value. A machine that is busy for a while slows down both of
 * a pair: their ratio tells more than that of the medians.
 */
export function comparePairs(
  name: string,
  values: readonly number[],
  floors: readonly number[],
  goal: string,
): Measurement {
  const ratios = values.map((value, index) => value / (floors[index] ?? Number.NaN));
  const [value, floor, ratio] = [medianOf(values), medianOf(floors), medianOf(ratios)];
  return { name, value, floor, ratio, goal, noisy: isNoisy(floors) };
}
