import type { RecordsByType } from './record.ts';

/** What a person may do in the system they belong to. Everything but `user` is privileged (X7). */
export const ACCESS_LEVELS = ['user', 'power-user', 'superadmin', 'tenant-administrator'] as const;
export type Access = (typeof ACCESS_LEVELS)[number];

export type ProfileValue = string | boolean | string[];

/** A person without their records: what lists, pickers and checks need. */
export interface User {
  /** A whole number ≥ 1. */
  id: number;
  login: string;
  email: string;
  firstName: string;
  lastName: string;
  active: boolean;
  access: Access;
  /** Import column (B13) → value; dates as YYYY-MM-DD, lists as arrays. A column without a value is absent. */
  profile: Record<string, ProfileValue>;
  /** The person whom this one was merged into. */
  mergedInto: number | null;
}

/** A person with everything that they own. */
export interface Person extends User {
  records: RecordsByType;
}

/** "John Smith", or the login where the person has no name. */
export function fullName(user: Pick<User, 'firstName' | 'lastName' | 'login'>): string {
  return `${user.firstName} ${user.lastName}`.trim() || user.login;
}

/** "John Smith (19)": how a person is named in every sentence. */
export function nameAndId(user: Pick<User, 'firstName' | 'lastName' | 'login' | 'id'>): string {
  return `${fullName(user)} (${user.id})`;
}

const ACCESS_LABELS: Record<Access, string> = {
  user: 'user',
  'power-user': 'power user',
  superadmin: 'superadmin',
  'tenant-administrator': 'tenant administrator',
};

/** "tenant administrator": the access level in words. */
export function accessLabel(access: Access): string {
  return ACCESS_LABELS[access];
}
