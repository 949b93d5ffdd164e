import type { Image } from './change.ts';
import type { Person } from './user.ts';

/** Somebody of whom only the id is known: active, a plain user, without a name and without records. */
export function blankPerson(id: number): Person {
  return {
    id,
    login: '',
    email: '',
    firstName: '',
    lastName: '',
    active: true,
    access: 'user',
    profile: {},
    mergedInto: null,
    records: {},
  };
}

/** Whom an image brings into being, still without records; null where it does not tell all of them. */
export function personOfImage({ id, user }: Image): Person | null {
  if (user === undefined) return null;
  const told = Object.keys(user);
  const { id: _id, records: _records, ...wanted } = blankPerson(id);
  return Object.keys(wanted).every((name) => told.includes(name)) ? { ...blankPerson(id), ...user } : null;
}
