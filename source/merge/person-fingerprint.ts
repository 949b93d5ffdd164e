import { fingerprint } from '../model/fingerprint.ts';
import type { Person } from '../model/user.ts';

/** Fingerprint of all that is known of a person and all that they own: 32 hexadecimal digits, equal for equal people. */
export function personFingerprint(person: Person): string {
  return fingerprint(person);
}
