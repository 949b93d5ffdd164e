import { expect, test } from 'vitest';
import { sortByWeight } from '../../../source/people/import/sort-by-weight.ts';

test('what locks people out comes first, then what most people lose', () => {
  const counted = ['ACD ID', 'Rank', 'Team', 'Roles', 'Login'].map((field, values) => ({ field, values }));
  expect(sortByWeight(counted).map(({ field }) => field)).toEqual(['Login', 'Roles', 'Team', 'Rank', 'ACD ID']);
});
