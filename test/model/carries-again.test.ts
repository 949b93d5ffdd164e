import { expect, test } from 'vitest';
import { carriesAgain, lineOf } from '../../source/model/carries-again.ts';

test('every second undo of a chain carries again; the others put back', () => {
  const ids = ['run', 'undo', 'redo', 'undo of the redo'];
  const runs = ids.map((id, index) => ({ id, undoOf: ids[index - 1] ?? null })).toReversed();
  expect(ids.map((id) => carriesAgain(id, runs))).toEqual([false, true, false, true]);
  expect(carriesAgain('a run that nobody knows', runs)).toBe(false);
  expect(lineOf('undo of the redo', runs)).toEqual(ids.toReversed());
  expect(lineOf('a run that nobody knows', runs)).toEqual(['a run that nobody knows']);
});
