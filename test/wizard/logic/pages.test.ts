import { expect, test } from 'vitest';
import type { KeyAction } from '../../../source/wizard/key-binding.ts';
import { firstPlace } from '../../../source/wizard/logic/first-place.ts';
import { moveInPages, pageOf } from '../../../source/wizard/logic/pages.ts';
import { fc } from '../../helpers/fast-check.ts';

test.each<[KeyAction, number, number | null]>([
  ['up', 0, 0],
  ['down', 24, 24],
  ['left', 17, 0],
  ['left', 3, 0],
  ['right', 3, 10],
  ['right', 19, 20],
  ['right', 21, null],
  ['first', 21, 0],
  ['last', 3, 24],
  ['last', 24, 24],
  ['enter', 3, null],
])('of 25 rows in pages of 10, %s at row %i leads to %s', (action, cursor, expected) => {
  expect(moveInPages(cursor, action, 25, 10)).toBe(expected);
});

test('a list without rows has one page, and its cursor stays at its beginning', () => {
  expect(pageOf(0, 0, 10)).toEqual({ start: 0, end: 0, page: 1, pages: 1 });
  const actions: KeyAction[] = ['up', 'down', 'left', 'first', 'last'];
  expect(actions.map((action) => moveInPages(0, action, 0, 10))).toEqual([0, 0, 0, 0, 0]);
});

test('whatever is pressed, the cursor stays within the rows, on the page that is told', () => {
  const moves = fc.array(fc.constantFrom<KeyAction>('up', 'down', 'left', 'right', 'first', 'last'));
  fc.assert(
    fc.property(moves, fc.integer({ min: 1, max: 60 }), fc.constantFrom(5, 10, 25), (actions, count, rowsPerPage) => {
      let cursor = 0;
      for (const action of actions) {
        cursor = moveInPages(cursor, action, count, rowsPerPage) ?? cursor;
        const { start, end, page, pages } = pageOf(cursor, count, rowsPerPage);
        expect(start <= cursor && cursor < end && end <= count && page <= pages).toBe(true);
      }
    }),
  );
});

test('the first place is found as by looking at each', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 })), fc.integer({ min: 0, max: 31 }), (values, least) => {
      const lines = values.toSorted((left, right) => left - right);
      const wanted = lines.findIndex((line) => line >= least);
      const found = firstPlace(lines.length, (place) => (lines[place] ?? 0) >= least);
      expect(found).toBe(wanted === -1 ? lines.length : wanted);
    }),
  );
});
