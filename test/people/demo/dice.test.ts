import { expect, test } from 'vitest';
import { makeDice, takeFrom } from '../../../source/people/demo/dice.ts';

test('every number of the range comes, about equally often, and none beyond it', () => {
  const dice = makeDice(5);
  const counts = new Map<number, number>();
  for (let throws = 0; throws < 6000; throws++) {
    const number = dice.whole(1, 6);
    counts.set(number, (counts.get(number) ?? 0) + 1);
  }
  expect([...counts.keys()].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});

test('the same seed throws the same, the next seed something else', () => {
  const series = (seed: number) => Array.from({ length: 20 }, makeSeries(seed));
  expect(series(1)).toEqual(series(1));
  expect(series(1)).not.toEqual(series(2));
});

function makeSeries(seed: number): () => number {
  const dice = makeDice(seed);
  return () => dice.whole(0, 999);
}

test('a list is taken round and round; an empty one is refused', () => {
  expect([0, 1, 2, 3].map((place) => takeFrom(['one', 'two'], place))).toEqual(['one', 'two', 'one', 'two']);
  expect(() => takeFrom([], 0)).toThrow(RangeError);
});
