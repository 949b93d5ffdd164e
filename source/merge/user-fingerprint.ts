import { fingerprint } from '../model/fingerprint.ts';
import { NOBODY } from '../model/plan.ts';
import type { Person } from '../model/user.ts';

/** Fingerprint of a person without their records, as the plan of an import has it; null: nobody is there. */
export function userFingerprint(person: Person | null): string {
  if (person === null) return NOBODY;
  const { records: _records, ...user } = person;
  return fingerprint(user);
}
