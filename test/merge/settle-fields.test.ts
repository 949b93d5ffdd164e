import { describe, expect, test } from 'vitest';
import { type FieldsInput, settleFields } from '../../source/merge/settle-fields.ts';
import type { UserPatch } from '../../source/model/profile-field.ts';
import type { ProfileValue } from '../../source/model/user.ts';
import { givenPerson, STANDARD } from './given.ts';

type Profile = Record<string, ProfileValue>;

function settle(source: Profile, target: Profile, but: Partial<FieldsInput> = {}) {
  const { fields, patch } = settleFields({
    source: { ...givenPerson(19), profile: source },
    target: { ...givenPerson(21), profile: target },
    rules: STANDARD.fields,
    isProfileMerged: true,
    policy: 'source',
    taken: {},
    ...but,
  });
  const marks = Object.fromEntries(fields.map(({ field, taken }) => [field, taken]));
  return { fields, marks, patch };
}

test.each<[string, Profile, Profile, Partial<FieldsInput>, UserPatch['profile']]>([
  ['the source’s value where both have one (X19)', { Team: 'Sales' }, { Team: 'Care' }, {}, { Team: 'Sales' }],
  ['the target’s where the source has none', {}, { Team: 'Care' }, {}, undefined],
  ['what the target lacks', { Rank: '3' }, {}, { policy: 'filled' }, { Rank: '3' }],
  ['nothing by the policy of the target', { Rank: '3' }, {}, { policy: 'target' }, undefined],
  ['the one by hand against the policy', { Rank: '3' }, { Rank: '1' }, { taken: { Rank: 'target' } }, undefined],
  ['nothing at all by hand', {}, { Rank: '1' }, { taken: { Rank: 'source' } }, {}],
  [
    'groups of both, each once',
    { 'Member Group': ['Hall', 'Night'] },
    { 'Member Group': ['Day', 'Hall'] },
    {},
    { 'Member Group': ['Day', 'Hall', 'Night'] },
  ],
  [
    'groups of both without the blanks of either',
    { 'Member Group': ['Hall', ' ', ''] },
    { 'Member Group': ['Day', ''] },
    {},
    { 'Member Group': ['Day', 'Hall'] },
  ],
  [
    'groups that add nothing, as they are',
    { 'Member Group': ['Day'] },
    { 'Member Group': ['Hall', 'Day'] },
    {},
    undefined,
  ],
  [
    'a group in a text and one in a list',
    { 'Member Group': 'Hall' },
    { 'Member Group': ['Day'] },
    {},
    { 'Member Group': ['Day', 'Hall'] },
  ],
  ['no ACD ID (C12)', { 'ACD ID': '71' }, {}, { taken: { 'ACD ID': 'source' } }, undefined],
  ['no role', { Roles: ['Admin'] }, { Roles: ['Agent'] }, {}, undefined],
  [
    'roles of both where that is asked for',
    { Roles: ['Admin'] },
    { Roles: ['Agent'] },
    { taken: { Roles: 'both' } },
    { Roles: ['Agent', 'Admin'] },
  ],
  [
    'no full scope, whatever is asked for',
    { 'Full Scope': true },
    { 'Full Scope': false },
    { taken: { 'Full Scope': 'both' } },
    undefined,
  ],
  [
    'nothing where the profile is not merged (C18)',
    { Team: 'Sales', 'Member Group': ['Hall'] },
    { Team: 'Care' },
    { isProfileMerged: false, taken: { Team: 'source' } },
    undefined,
  ],
])('the target gets %s', (_what, source, target, but, profile) => {
  expect(settle(source, target, but).patch.profile).toEqual(profile);
});

test('a line for each field that either has, in the catalogue’s order, and the identity never moves', () => {
  const { marks, patch } = settle({ Team: 'Sales' }, { Rank: '2' });
  expect(Object.entries(marks)).toEqual([
    ['Login', 'target'],
    ['Email', 'target'],
    ['First Name', 'target'],
    ['Last Name', 'source'],
    ['Team', 'source'],
    ['Rank', 'target'],
  ]);
  expect(patch).toEqual({ lastName: '19', profile: { Team: 'Sales', Rank: '2' } });
});

test('a field that the catalogue does not name stays the target’s and has no line', () => {
  const { marks, patch } = settle({ Desk: '7' }, { Desk: '9', Team: 'Care' });
  expect(marks).not.toHaveProperty('Desk');
  expect(patch.profile).toBeUndefined();
});

describe('newest', () => {
  const used = (id: number, team: string, at: string | null) => ({
    ...givenPerson(id, at === null ? {} : { 'last-access': [{ id, at }] }),
    profile: { Team: team },
  });
  test.each([
    ['2026-05-01', '2026-04-01', 'source'],
    ['2026-03-01', '2026-04-01', 'target'],
    ['2026-04-01', '2026-04-01', 'source'],
    [null, '2026-04-01', 'source'],
  ])('source used on %s, target on %s: %s', (ofSource, ofTarget, taken) => {
    const people = { source: used(19, 'Sales', ofSource), target: used(21, 'Care', ofTarget) };
    expect(settle({}, {}, { policy: 'newest', ...people }).marks.Team).toBe(taken);
  });
});
