import { expect, test } from 'vitest';
import { pickField } from '../../source/merge/pick-field.ts';
import type { FieldRule } from '../../source/model/catalogue.ts';
import type { FieldPolicy } from '../../source/model/merge-choices.ts';
import type { ProfileValue } from '../../source/model/user.ts';
import { STANDARD } from './given.ts';

const rank: FieldRule = { field: 'Rank', label: 'Rank', rule: 'pick', why: 'One value.' };
const groups: FieldRule = { field: 'Member Group', label: 'Group', rule: 'combine', why: 'Both.' };
const email: FieldRule = { field: 'Email', label: 'E-mail', rule: 'keep-target', why: 'The target keeps its own.' };

type Value = ProfileValue | undefined;
test.each<[FieldRule, Value, Value, FieldPolicy, 'source' | 'target' | null, 'source' | 'target' | null, string]>([
  [rank, '1', '2', 'source', null, null, 'source'],
  [rank, '', '2', 'source', null, null, 'target'],
  [rank, undefined, '2', 'source', null, null, 'target'],
  [rank, '  ', '2', 'source', null, null, 'target'],
  [rank, '1', ' ', 'filled', null, null, 'source'],
  [groups, ['', ' '], ['Care'], 'source', null, null, 'target'],
  [rank, '1', '2', 'target', null, null, 'target'],
  [rank, '1', undefined, 'target', null, null, 'target'],
  [rank, '1', '2', 'filled', null, null, 'target'],
  [rank, '1', undefined, 'filled', null, null, 'source'],
  [rank, '1', '2', 'newest', 'target', null, 'target'],
  [rank, '1', '2', 'newest', 'source', null, 'source'],
  [rank, '1', undefined, 'newest', 'target', null, 'source'],
  [rank, '1', '2', 'newest', null, null, 'source'],
  [rank, '1', '2', 'source', null, 'target', 'target'],
  [rank, '1', '2', 'target', null, 'source', 'source'],
  [rank, false, true, 'source', null, null, 'source'],
  [groups, ['Sales'], ['Care'], 'source', null, null, 'both'],
  [groups, 'Sales', 'Care', 'target', null, null, 'both'],
  [groups, 'Sales', 'Sales', 'source', null, null, 'target'],
  [groups, [], 'Care', 'source', null, null, 'target'],
  [groups, 'Sales', undefined, 'source', null, null, 'source'],
  [email, 'x@lindenhall.example', 'y@lindenhall.example', 'source', 'source', 'source', 'target'],
])('%s of %j and %j by %s, newer %s, chosen %s: %s', (rule, source, target, policy, newer, chosen, taken) => {
  expect(pickField({ rule, source, target, policy, newer, chosen, hasSourceLeft: false })).toMatchObject({
    field: rule.field,
    taken,
  });
});

test.each<[Value, 'source' | 'target' | null, 'source' | null, string]>([
  ['1', 'target', null, "The target's account was used last."],
  ['1', null, null, "Which account was used last cannot be told: the source's is taken."],
  ['1', null, 'source', 'You chose it.'],
  ['', null, 'source', "You chose it; it is empty, so the target's value goes."],
])('of %j and 2, newer %s, chosen %s, the words are: %s', (source, newer, chosen, why) => {
  expect(
    pickField({ rule: rank, source, target: '2', policy: 'newest', newer, chosen, hasSourceLeft: false }).why,
  ).toBe(why);
});

const end: FieldRule = { field: 'Company End Date', label: 'End', rule: 'pick', why: 'One value.' };
test.each<[FieldPolicy, 'source' | 'target' | null, Value, boolean, 'source' | 'target']>([
  ['source', null, undefined, true, 'target'],
  ['filled', null, undefined, true, 'target'],
  ['newest', null, '2027-12-31', true, 'target'],
  ['source', 'source', undefined, true, 'source'],
  ['source', null, undefined, false, 'source'],
])('an end date by %s, chosen %s, over %s, source left: %s: %s', (policy, chosen, target, hasSourceLeft, taken) => {
  const input = { rule: end, source: '2026-09-22', target, policy, newer: 'source' as const, hasSourceLeft, chosen };
  const change = pickField(input);
  expect(change.taken).toBe(taken);
  expect(change.why.includes('has left')).toBe(taken === 'target');
});

test('what says who somebody is and what they may do is never taken from the source', () => {
  const kept = STANDARD.fields.filter(({ rule }) => rule === 'keep-target').map(({ field }) => field);
  expect(kept).toEqual(
    expect.arrayContaining(['Login', 'Email', 'ACD ID', 'Password', 'SSO ID', 'Roles', 'Full Scope']),
  );
});
