import { fingerprint } from '../model/fingerprint.ts';
import type { Person } from '../model/user.ts';

/** A person is never altered in place: what changes them makes another one of them (`withImage`), not known here. */
const known = new WeakMap<Person, string>();

/**
 * Fingerprint of all that is known of a person and all that they own: 32 hexadecimal digits, equal for equal people.
 * It is worked out once: the look at a plan before its run has done it by the time the run compares each pair.
 */
export function personFingerprint(person: Person): string {
  const earlier = known.get(person);
  if (earlier !== undefined) return earlier;
  const worked = fingerprint(person);
  known.set(person, worked);
  return worked;
}
