import { expect, test } from 'vitest';
import { undoSum } from '../../source/merge/undo-sum.ts';
import { NO_UNDO } from '../../source/model/change.ts';
import type { DataRecord } from '../../source/model/record.ts';
import { givenType } from './given.ts';

const POINTS = givenType({ rule: 'sum', carry: 'copy', key: ['board'], sum: ['points', 'spent'] });
const NONE = { ...NO_UNDO, stuck: 0 };

const own: DataRecord = { id: 1, board: 'a', points: 5 };
const sources: DataRecord = { id: 2, board: 'a', points: 3 };

/** @param lists the target's records before the run, behind it, and now */
function undone(before: DataRecord[], after: DataRecord[], now: DataRecord[], overwriteChanged = false) {
  const source = { before: [sources], after: [sources], now: [sources] };
  const history = { type: POINTS, source, target: { before, after, now }, ownerOf: () => null };
  const { source: kept, target, change } = undoSum(history, overwriteChanged);
  expect(kept).toEqual([sources]);
  return { target, change };
}

test('as the run left it a total is as it was before, its fields too', () => {
  expect(undone([own], [{ ...own, points: 8, spent: 2 }], [{ ...own, points: 8, spent: 2 }])).toEqual({
    target: [own],
    change: { ...NONE, restored: 1, outcome: 'put-back' },
  });
});

test('what others added stays in it, in each field for itself', () => {
  expect(undone([own], [{ ...own, points: 8, spent: 2 }], [{ ...own, points: 108, spent: 2 }])).toEqual({
    target: [{ ...own, points: 105 }],
    change: { ...NONE, restored: 1, outcome: 'put-back' },
  });
});

test('a copy keeps what others added to it, and goes once nothing is left', () => {
  const copy = { ...sources, id: -2, copiedFrom: 2 };
  expect(undone([], [copy], [{ ...copy, points: 10 }, own])).toEqual({
    target: [{ ...copy, points: 7 }, own],
    change: { ...NONE, restored: 1, outcome: 'put-back' },
  });
  expect(undone([copy], [{ ...copy, points: 10 }], [own, { ...copy, points: 7 }])).toEqual({
    target: [own],
    change: { ...NONE, removed: 1, copies: 1, outcome: 'put-back' },
  });
});

test('carried again, a copy comes back with what it had brought', () => {
  const copy = { ...sources, id: -2, copiedFrom: 2 };
  expect(undone([{ ...copy, points: 10 }], [{ ...copy, points: 7 }], [])).toEqual({
    target: [copy],
    change: { ...NONE, restored: 1, outcome: 'put-back' },
  });
});

test('where another total of the same board stands it does not come back, whatever is overwritten', () => {
  const copy = { ...sources, id: -2, copiedFrom: 2 };
  for (const overwriteChanged of [false, true]) {
    const { target, change } = undone([{ ...copy, points: 10 }], [{ ...copy, points: 7 }], [own], overwriteChanged);
    expect(target).toEqual([own]);
    expect(change).toMatchObject({ outcome: 'left-alone', changed: 1, stuck: 1, overwritten: 0 });
  }
  const other = { ...own, board: 'b' };
  expect(undone([{ ...copy, points: 10 }], [{ ...copy, points: 7 }], [other]).target).toEqual([other, copy]);
});

test('what is no number goes back as well, as long as it is as the run left it', () => {
  const copy = { ...sources, id: -2, copiedFrom: 2, points: 'many' };
  const edited = { ...copy, note: 'by hand' };
  expect(undone([], [copy], [edited], true)).toMatchObject({ target: [], change: { removed: 1, overwritten: 1 } });
  expect(
    undone([{ ...own, points: 'few' }], [{ ...own, points: 'many' }], [{ ...own, points: 'many', spent: 1 }]),
  ).toEqual({
    target: [{ ...own, points: 'few', spent: 1 }],
    change: { ...NONE, restored: 1, outcome: 'put-back' },
  });
});

test.each([
  ['it holds less than was added', [{ ...own, points: 2 }]],
  ['it is gone', []],
  ['it is no number any more', [{ ...own, points: 'many' }]],
])('it is left alone, whatever is overwritten, where %s', (_why, now: DataRecord[]) => {
  for (const overwriteChanged of [false, true]) {
    const { target, change } = undone([own], [{ ...own, points: 8 }], now, overwriteChanged);
    expect(target).toEqual(now);
    expect(change).toMatchObject({ outcome: 'left-alone', changed: 1, stuck: 1 });
  }
});

test('altered in more than its numbers it is left alone, unless that is overwritten; the numbers of others stay then, too', () => {
  const now = [{ ...own, points: 108, note: 'by hand' }];
  expect(undone([own], [{ ...own, points: 8 }], now)).toMatchObject({
    target: now,
    change: { outcome: 'left-alone', changed: 1, stuck: 0 },
  });
  expect(undone([own], [{ ...own, points: 8 }], now, true)).toEqual({
    target: [{ ...own, points: 105 }],
    change: { ...NONE, restored: 1, changed: 1, overwritten: 1, outcome: 'overwritten' },
  });
});
