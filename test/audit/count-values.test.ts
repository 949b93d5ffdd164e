import { expect, test } from 'vitest';
import { countValues } from '../../source/audit/count-values.ts';

test.each([
  ['', {}, {}],
  ['1 value changed', { login: 'a' }, { login: 'b' }],
  ['2 values erased', { email: 'a@b.example', profile: { Team: 'North' } }, { email: '', profile: {} }],
  ['1 value changed, 1 erased', { profile: { Rank: '1', Roles: ['A'] } }, { profile: { Rank: '2' } }],
  ['1 value changed', { active: false, profile: { Deactivated: '2024-01-01' } }, { active: true, profile: {} }],
])('%j is what became of the values', (told, before, after) => {
  expect(countValues(before, after)).toBe(told);
});
