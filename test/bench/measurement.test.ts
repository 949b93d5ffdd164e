import { expect, test } from 'vitest';
import { comparePairs, isMet, isNoisy, type Measurement, medianOf } from './measurement.ts';

const measured = (part: Partial<Measurement>): Measurement => ({
  name: 'something',
  value: 10,
  floor: 5,
  ratio: 2,
  goal: '≤ 2 ×',
  ...part,
});

test('the median is the middle one, in whatever order', () => {
  expect(medianOf([9, 1, 5])).toBe(5);
});

test('a goal in times is one of the ratio, any other is one of the value', () => {
  expect(isMet(measured({ ratio: 2 }))).toBe(true);
  expect(isMet(measured({ ratio: 2.01 }))).toBe(false);
  expect(isMet(measured({ goal: 'p95 ≤ 16 ms', value: 16 }))).toBe(true);
  expect(isMet(measured({ goal: 'p95 ≤ 16 ms', value: 16.1 }))).toBe(false);
  expect(isMet(measured({ goal: '≤ 2,000 MB', value: 1999 }))).toBe(true);
});

test('a verdict that is given stands, and a goal without a number has none', () => {
  expect(isMet(measured({ met: false }))).toBe(false);
  expect(isMet(measured({ goal: 'as before' }))).toBeNull();
  expect(isMet(measured({ ratio: null }))).toBeNull();
});

test('floors that lie far apart are noisy, one that strays is not', () => {
  expect(isNoisy([20, 21, 22, 20, 21, 22, 90])).toBe(false);
  expect(isNoisy([20, 40, 22, 41, 21, 39, 60])).toBe(true);
});

test('pairs are compared one by one: what slows down both sides of a pair changes no ratio', () => {
  const { value, floor, ratio } = comparePairs('something', [20, 44, 900, 21], [10, 20, 300, 10], '≤ 2 ×');
  expect({ value, floor, ratio }).toEqual({ value: 44, floor: 20, ratio: 2.2 });
});
