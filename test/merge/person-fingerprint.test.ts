import { expect, test } from 'vitest';
import { personFingerprint } from '../../source/merge/person-fingerprint.ts';
import { givenPerson } from './given.ts';

const person = givenPerson(19, { badges: [{ id: 1, badge: 'Mentor', level: 2 }] });

test('is the same whatever the order of the fields', () => {
  const shuffled = Object.fromEntries(Object.entries(person).toReversed()) as unknown as typeof person;
  shuffled.records = { badges: [{ level: 2, badge: 'Mentor', id: 1 }] };
  expect(personFingerprint(shuffled)).toBe(personFingerprint(person));
});

test.each([
  ['a record', { records: { badges: [{ id: 1, badge: 'Mentor', level: 3 }] } }],
  ['a type', { records: {} }],
  ['the profile', { profile: { Rank: '1' } }],
  ['the access', { access: 'power-user' as const }],
  ['whether active', { active: false }],
])('is another one once %s changes', (_what, change) => {
  expect(personFingerprint({ ...person, ...change })).not.toBe(personFingerprint(person));
});
