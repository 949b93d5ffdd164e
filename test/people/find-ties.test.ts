import { expect, test } from 'vitest';
import type { Person } from '../../source/model/user.ts';
import { findTies } from '../../source/people/find-ties.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';

const NOTHING = new Map<string, number>();

function ties(person: Person, others: Person[] = [], covered: ReadonlyMap<string, number> = NOTHING) {
  return findTies(person, [person, ...others], STANDARD, covered);
}

test('what others own that names the person, and who was merged into them', () => {
  const others = [
    givenPerson(2, {
      contacts: [
        { id: 1, person: 19 },
        { id: 2, person: 3 },
      ],
      managers: [{ id: 3, person: 19 }],
    }),
    givenPerson(3, { contacts: [{ id: 4, person: 19 }] }),
    { ...givenPerson(4), mergedInto: 19 },
  ];
  expect(ties(givenPerson(19), others).pointing).toEqual([
    { label: 'Contacts', count: 2 },
    { label: 'Managers', count: 1 },
    { label: 'accounts merged into it', count: 1 },
  ]);
});

test('the person naming themselves is nothing that points at them', () => {
  const self = givenPerson(19, { contacts: [{ id: 1, person: 19 }] });
  expect(ties({ ...self, mergedInto: 21 }).pointing).toEqual([]);
});

test.each<[string, string, Map<string, number>, number, number]>([
  ['a badge that nobody else has', 'badges', NOTHING, 2, 0],
  ['badges that the target has', 'badges', new Map([['badges', 0]]), 0, 2],
  ['a badge of them that came since', 'badges', new Map([['badges', 1]]), 1, 1],
  ['schedules, which a merge leaves', 'agent-schedules', new Map([['badges', 0]]), 2, 0],
  ['preferences, which belong to the account', 'preferences', NOTHING, 0, 2],
  ['what is worked out', 'learning-statistics', NOTHING, 0, 2],
  ['what the catalogue does not name', 'desk-bookings', NOTHING, 2, 0],
])('%s: owned or going', (_what, type, covered, owned, going) => {
  const found = ties(givenPerson(19, { [type]: [{ id: 1 }, { id: 2 }] }), [], covered);
  expect([found.owned[0]?.count ?? 0, found.going[0]?.count ?? 0]).toEqual([owned, going]);
});
