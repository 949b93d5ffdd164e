import { isDeepStrictEqual } from 'node:util';
import { isFilled, type UserPatch } from '../model/profile-field.ts';
import type { ProfileValue } from '../model/user.ts';

const OWN = ['login', 'email', 'firstName', 'lastName'] as const;

/**
 * "3 values changed, 1 erased": what became of a person's values, all but the state of the account; '' where nothing did.
 * The day of an account that is opened again is not erased (X15).
 */
export function countValues(before: UserPatch = {}, after: UserPatch = {}): string {
  let [changed, erased] = [0, 0];
  const count = (had: ProfileValue | undefined, has: ProfileValue | undefined) => {
    if (isDeepStrictEqual(had, has)) return;
    if (isFilled(has)) changed += 1;
    else if (isFilled(had)) erased += 1;
  };
  for (const field of OWN) count(before[field], after[field]);
  const [had, has] = [before.profile ?? {}, after.profile ?? {}];
  for (const field of new Set([...Object.keys(had), ...Object.keys(has)])) {
    if (field === 'Deactivated' && after.active === true && has[field] === undefined) changed += 1;
    else count(had[field], has[field]);
  }
  const values = (number: number) => `${number} ${number === 1 ? 'value' : 'values'}`;
  if (erased === 0) return changed === 0 ? '' : `${values(changed)} changed`;
  return changed === 0 ? `${values(erased)} erased` : `${values(changed)} changed, ${erased} erased`;
}
