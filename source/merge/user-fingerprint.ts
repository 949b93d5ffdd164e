import { fingerprint } from '../model/fingerprint.ts';
import { NOBODY } from '../model/plan.ts';
import type { Person, User } from '../model/user.ts';

/** A person is never altered in place: what changes them makes another one of them (`withImage`), not known here. */
const known = new WeakMap<User, string>();

/**
 * Fingerprint of a person without their records, as the plan of an import has it; null: nobody is there. It is worked out
 * once: the look at a plan before its run has done it by the time the run compares each row.
 */
export function userFingerprint(person: Person | User | null): string {
  if (person === null) return NOBODY;
  const earlier = known.get(person);
  if (earlier !== undefined) return earlier;
  const { records: _records, ...user }: Partial<Person> = person;
  const worked = fingerprint(user);
  known.set(person, worked);
  return worked;
}
