import { expect, test } from 'vitest';
import { clearReferences } from '../../source/people/clear-references.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';

const OTHER = givenPerson(2, {
  contacts: [
    { id: 1, person: 19, since: '2026-01-01' },
    { id: 2, person: 3 },
  ],
  badges: [{ id: 3, badge: 'Pilot' }],
});

test('a record that names somebody gone stays with all else in it, and names nobody', () => {
  expect(clearReferences([givenPerson(19)], [OTHER, givenPerson(4)], STANDARD)).toEqual([
    {
      person: 2,
      of: 19,
      before: { contacts: OTHER.records.contacts },
      after: {
        contacts: [
          { id: 1, person: null, since: '2026-01-01' },
          { id: 2, person: 3 },
        ],
      },
    },
  ]);
});

test('of two that are gone the second change rests on the first', () => {
  const [first, second] = clearReferences([givenPerson(19), givenPerson(3)], [OTHER], STANDARD);
  expect(second?.before).toEqual(first?.after);
  expect(second?.after.contacts?.map(({ person }) => person)).toEqual([null, null]);
});
