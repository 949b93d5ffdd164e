import type { ProfileValue, User } from './user.ts';

/** What of a person a merge may set; the id is the person. */
export type UserPatch = Partial<Omit<User, 'id'>>;

/** Lists of what somebody may do or see: whoever gets more of them gains rights. */
export const RIGHTS_FIELDS: ReadonlySet<string> = new Set(['Roles', 'Scope Groups', 'Scope Teams', 'QM Views']);

/** That somebody has left, and when: of one account it says nothing about another that is still in use. */
export const LEAVING_FIELDS: ReadonlySet<string> = new Set(['Company End Date', 'Deactivated']);

const OWN_FIELDS = { 'First Name': 'firstName', 'Last Name': 'lastName', Email: 'email', Login: 'login' } as const;

function isOwnField(field: string): field is keyof typeof OWN_FIELDS {
  return field in OWN_FIELDS;
}

/** The value of a profile field, by its import column (B13); undefined: none. */
export function fieldValue(user: Pick<User, 'profile' | (typeof OWN_FIELDS)[keyof typeof OWN_FIELDS]>, field: string) {
  return isOwnField(field) ? user[OWN_FIELDS[field]] : user.profile[field];
}

/** Whether a profile field holds anything: an empty text, or one of nothing but spaces, is no value; nor is a list of such. */
export function isFilled(value: ProfileValue | undefined): value is ProfileValue {
  if (Array.isArray(value)) return value.some(isFilled);
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined;
}

/** What is to be set so that the profile fields of `user` have these values; undefined: none. */
export function patchFields(user: User, values: ReadonlyMap<string, ProfileValue | undefined>): UserPatch {
  const patch: UserPatch = {};
  const profile = { ...user.profile };
  for (const [field, value] of values) {
    if (isOwnField(field)) patch[OWN_FIELDS[field]] = typeof value === 'string' ? value : '';
    else if (value === undefined) delete profile[field];
    else profile[field] = value;
  }
  const isOtherProfile = [...values.keys()].some((field) => !isOwnField(field));
  return isOtherProfile ? { ...patch, profile } : patch;
}
