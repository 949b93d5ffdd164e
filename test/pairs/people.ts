import type { User } from '../../source/model/user.ts';

/** An active regular user of the team North with this id, with whatever the test is about put in its place. */
export function person(id: number, parts: Partial<User> = {}): User {
  return {
    id,
    login: `login${id}`,
    email: `person${id}@example.com`,
    firstName: `First${id}`,
    lastName: `Last${id}`,
    active: true,
    access: 'user',
    profile: { Team: 'North' },
    mergedInto: null,
    ...parts,
  };
}

const NAMED = [
  person(19, { firstName: 'John', lastName: 'Smith', email: 'john.smith@example.com' }),
  person(20, { firstName: 'James', lastName: 'Anderson', email: 'james.anderson@example.com' }),
  person(21, { firstName: 'Jenny', lastName: 'Andrews', email: 'jenny.andrews@example.com' }),
  person(22, { firstName: 'Sam', lastName: 'Rodgers', email: 'sam.rodgers@example.com' }),
  person(1, { firstName: 'Ada', lastName: 'Root', access: 'tenant-administrator' }),
  person(2, { firstName: 'Paul', lastName: 'Power', access: 'power-user' }),
  person(30, { firstName: 'Lee', lastName: 'Leaver', active: false }),
  person(31, { firstName: 'Lou', lastName: 'Leaver', active: false }),
  person(40, { firstName: 'Far', lastName: 'Away', profile: { Team: 'South' } }),
];

/** The people of the source document and a few of every kind, by id. */
export const PEOPLE: ReadonlyMap<number, User> = new Map(NAMED.map((user) => [user.id, user]));
