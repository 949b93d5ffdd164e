import { expect, test } from 'vitest';
import { indexNaming } from '../../source/transfer/index-naming.ts';
import { givenCatalogue, givenPerson, givenType } from '../merge/given.ts';

const CATALOGUE = givenCatalogue(givenType({ id: 'contacts', otherPerson: 'person' }), givenType({ id: 'teams' }));

test('named is whom a record of somebody else names, of whatever kind, and into whom somebody was merged', () => {
  const isNamed = indexNaming([
    givenPerson(1, { contacts: [{ id: 10, person: 2 }], teams: [{ id: 11, person: 3, number: 5 }] }),
    givenPerson(4, { contacts: [{ id: 12, person: 4 }] }),
    { ...givenPerson(6), mergedInto: 7 },
  ]);
  expect([1, 2, 3, 4, 5, 6, 7].filter((id) => isNamed(id, CATALOGUE))).toEqual([2, 3, 7]);
});

test('people are looked through once, and not before it is asked', () => {
  let looks = 0;
  const people = {
    *[Symbol.iterator]() {
      looks += 1;
      yield givenPerson(1, { contacts: [{ id: 10, person: 2 }] });
    },
  };
  const isNamed = indexNaming(people);
  expect(looks).toBe(0);
  expect([isNamed(2, CATALOGUE), isNamed(3, CATALOGUE), looks]).toEqual([true, false, 1]);
});
