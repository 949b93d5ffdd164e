/** A source of plausible chance that gives the same for the same seed. */
export interface Dice {
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** True in `share` of all cases; 0.25 is every fourth. */
  chance(share: number): boolean;
}

/** Dice from a whole number: the mulberry32 sequence, 32 bits a throw. */
export function makeDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    whole,
    pick: (list) => takeFrom(list, whole(0, list.length - 1)),
    chance: (share) => next() < share,
  };
}

/** The item at `place`, counted round and round; @throws RangeError for an empty list. */
export function takeFrom<T>(list: readonly T[], place: number): T {
  const [item] = list.slice(place % list.length, (place % list.length) + 1);
  if (item === undefined) throw new RangeError('There is nothing to take from an empty list.');
  return item;
}
