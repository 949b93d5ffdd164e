import { expect, test } from 'vitest';
import type { Person } from '../../source/model/user.ts';
import { findTies, type HandedOver } from '../../source/people/find-ties.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';

const NEVER = new Map<string, HandedOver>();

function ties(person: Person, others: Person[] = [], handed: ReadonlyMap<string, HandedOver> = NEVER) {
  return findTies(person, [person, ...others], STANDARD, handed);
}

test('what others own that names the person, whose it is, and who was merged into them', () => {
  const two = givenPerson(2, {
    contacts: [
      { id: 1, person: 19 },
      { id: 2, person: 3 },
    ],
    managers: [{ id: 3, person: 19 }],
  });
  const three = givenPerson(3, { contacts: [{ id: 4, person: 19 }], 'desk-bookings': [{ id: 5, person: 19 }] });
  const four = { ...givenPerson(4), mergedInto: 19 };
  const { naming, merged } = ties(givenPerson(19), [two, three, four]);
  expect(naming).toEqual([
    { label: 'Contacts', count: 2, by: [two, three] },
    { label: 'Managers', count: 1, by: [two] },
    { label: 'desk-bookings', count: 1, by: [three] },
  ]);
  expect(merged).toEqual([four]);
});

test('the person naming themselves is nothing that points at them', () => {
  const self = givenPerson(19, { contacts: [{ id: 1, person: 19 }] });
  expect(ties({ ...self, mergedInto: 21 })).toMatchObject({ naming: [], merged: [] });
});

const over = (coming: number, shared: number) => ({ coming, shared });

test.each<[string, string, HandedOver | null, { owned?: string; going?: string }]>([
  ['a badge that was never merged', 'badges', null, { owned: '2 by merge' }],
  ['badges that the target has', 'badges', over(0, 2), { going: '2 shared' }],
  ['a badge that came since', 'badges', over(1, 1), { owned: '1 by merge', going: '1 shared' }],
  ['badges that were declined', 'badges', over(0, 0), { going: '2 left' }],
  ['schedules, which a merge leaves', 'agent-schedules', null, { owned: '2 by transfer' }],
  ['preferences, which belong to the account', 'preferences', null, { going: '2 account' }],
  ['what is worked out', 'learning-statistics', null, { going: '2 account' }],
  ['what the catalogue does not name', 'desk-bookings', null, { going: '2 uncarried' }],
])('%s: owned, or going with the account', (_what, type, became, { owned, going }) => {
  const handed = new Map(became === null ? [] : [[type, became] as const]);
  const found = ties(givenPerson(19, { [type]: [{ id: 1 }, { id: 2 }] }), [], handed);
  expect(found.owned.map(({ count, by }) => `${count} by ${by}`)).toEqual(owned === undefined ? [] : [owned]);
  expect(found.going.map(({ count, why }) => `${count} ${why}`)).toEqual(going === undefined ? [] : [going]);
});

test('what lies in an area that no operation reaches is nothing that could be carried', () => {
  const operations = { transfer: { areas: [], why: '' }, merge: { areas: [], why: '' } };
  const person = givenPerson(19, { badges: [{ id: 1 }] });
  expect(findTies(person, [], { ...STANDARD, operations }, NEVER)).toMatchObject({
    owned: [],
    going: [{ label: 'Badges', count: 1, why: 'uncarried' }],
  });
});
