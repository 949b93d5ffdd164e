import { expect, test } from 'vitest';
import { countSame } from '../../source/transfer/count-same.ts';

test('the same are those with the same key, and copies of one another where there is none', () => {
  const own = [
    { id: 1, badge: 'Pilot' },
    { id: 2, badge: 'Coach' },
  ];
  expect(countSame(own, [{ id: 9, badge: 'Pilot' }], { key: ['badge'] })).toBe(1);
  expect(countSame(own, [{ id: 9, badge: 'Pilot' }], { key: [] })).toBe(0);
  expect(countSame(own, [{ id: 9, badge: 'Pilot', copiedFrom: 2 }], { key: [] })).toBe(1);
});
