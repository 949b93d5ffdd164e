import { describe, expect, it } from 'vitest';
import { listWindow } from '../../../source/wizard/parts/list-window.ts';
import { fc } from '../../helpers/fast-check.ts';

describe('listWindow', () => {
  it('moves only when the cursor leaves it', () => {
    expect(listWindow(100, 10, 5, 0)).toEqual({ start: 0, end: 10 });
    expect(listWindow(100, 10, 10, 0)).toEqual({ start: 1, end: 11 });
    expect(listWindow(100, 10, 5, 5)).toEqual({ start: 5, end: 15 });
    expect(listWindow(100, 10, 4, 5)).toEqual({ start: 4, end: 14 });
  });

  it('closes up when the list gets shorter', () => {
    expect(listWindow(12, 10, 3, 90)).toEqual({ start: 2, end: 12 });
    expect(listWindow(3, 10, 2, 90)).toEqual({ start: 0, end: 3 });
    expect(listWindow(0, 10, 0, 90)).toEqual({ start: 0, end: 0 });
  });

  it('always shows the cursor, fills the height and stays inside the list', () => {
    const number = fc.integer({ min: -5, max: 200 });
    fc.assert(
      fc.property(fc.nat(150), fc.nat(30), number, number, (count, height, cursor, before) => {
        const { start, end } = listWindow(count, height, cursor, before);
        expect(end - start).toBe(Math.min(count, height));
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(count);
        if (height > 0 && cursor >= 0 && cursor < count) {
          expect(cursor).toBeGreaterThanOrEqual(start);
          expect(cursor).toBeLessThan(end);
        }
      }),
    );
  });
});
