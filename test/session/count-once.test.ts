import { expect, test } from 'vitest';
import { coinsAfter, type Deed } from './given-deeds.ts';

const merge = (...pairs: [number, number][]): Deed => ({ kind: 'merge', pairs });

/** @param run how many runs lie between, 0: the newest */
function undo(run: number, { pair = null, overwriteChanged = false }: Partial<Deed & { kind: 'undo' }> = {}): Deed {
  return { kind: 'undo', run, pair, types: null, overwriteChanged };
}

test('in a chain of one run no pair goes back whose data stays with a third person', async () => {
  const told = await coinsAfter([merge([3, 2], [2, 1]), merge([1, 4]), undo(1), merge([3, 4])]);
  expect(told.slice(1)).toEqual([{ 1: [1, 2, 3], 2: [2, 3], 3: [3], 4: [1, 2, 3, 4], 5: [5] }, null, null]);
});

test('who was merged into the source since, or is no longer, is not carried along with an old merge', async () => {
  const told = await coinsAfter([merge([3, 2], [2, 1]), undo(0), undo(0, { pair: 0 }), merge([3, 1])]);
  expect(told[2]).toBeNull();
  expect(told[3]).toMatchObject({ 1: [1, 3] });
  const apart = await coinsAfter([merge([3, 2]), merge([2, 1]), undo(0), undo(2), undo(1), merge([3, 1])]);
  expect(apart[4]).toBeNull();
  expect(apart[5]).toMatchObject({ 1: [1, 3] });
});

test('carried again from its beginning, a chain of one run is as it was', async () => {
  const told = await coinsAfter([merge([3, 2], [2, 1]), undo(0), undo(0)]);
  expect(told[2]).toEqual(told[0]);
});

test('an undo takes out of a total what its run had added, and leaves in what others did', async () => {
  const told = await coinsAfter([merge([3, 1]), merge([5, 1]), undo(1), undo(1)]);
  expect(told[2]).toMatchObject({ 1: [1, 5] });
  expect(told[3]).toMatchObject({ 1: [1] });
});

test('that is so where changes are overwritten, too, and where it is done again', async () => {
  const all = { overwriteChanged: true };
  const told = await coinsAfter([merge([3, 1]), undo(0), merge([5, 1]), undo(1, all), undo(0, all), merge([3, 1])]);
  expect(told[3]).toMatchObject({ 1: [1, 3, 5] });
  expect(told[4]).toMatchObject({ 1: [1, 5] });
  expect(told[5]).toMatchObject({ 1: [1, 3, 5] });
});

test('who had no coins has none in the end, in whatever order what they got is taken out', async () => {
  const told = await coinsAfter([merge([3, 1]), merge([5, 1]), undo(1), undo(1)], [3, 5]);
  expect(told[1]).toMatchObject({ 1: [3, 5] });
  expect(told[2]).toMatchObject({ 1: [5] });
  expect(told[3]).toEqual({ 1: [], 2: [], 3: [3], 4: [], 5: [5] });
});

test('a copy does not come back beside one that came since: the two are merged anew', async () => {
  const told = await coinsAfter([merge([3, 1]), undo(0), merge([5, 1]), undo(1), merge([3, 1])], [3, 5]);
  expect(told[3]).toBeNull();
  expect(told[4]).toMatchObject({ 1: [3, 5] });
});

test('what was put back by way of another run is not put back once more, nor told of as all put back', async () => {
  const coins = (run: number): Deed => ({ kind: 'undo', run, pair: null, types: ['coins'], overwriteChanged: false });
  // The merge, its undo, the undo of that; then coins alone by way of the merge, and the rest by way of the last.
  const told = await coinsAfter([merge([3, 1]), undo(0), undo(0), coins(2), undo(1), undo(0), merge([3, 1])]);
  expect(told[3]).toMatchObject({ 1: [1] });
  expect(told[4]).toBeNull();
  expect(told[5]).toMatchObject({ 1: [1, 3] });
  expect(told[6]).toBeNull();
});
