import type { User } from '../model/user.ts';

/** What stands for the names and the address of one person: told by the ID alone, so that it is the same in every run. */
export type StandIn = Pick<User, 'firstName' | 'lastName' | 'login' | 'email'>;

/**
 * The stand-ins of person `id`. First names differ from person to person as last names do: what of a merge differs can
 * be seen to differ.
 */
export function standInOf(id: number): StandIn {
  return {
    firstName: `First${id}`,
    lastName: `Last${id}`,
    login: `user${id}`,
    email: `person${id}@${STAND_IN_DOMAIN}`,
  };
}

/** The domain of stand-ins, at which nobody has an address (RFC 2606). */
const STAND_IN_DOMAIN = 'example.invalid';
const STAND_IN = /^(?:(?:first|last|user|operator|employee|acd)\d+|first\d+ last\d+|last\d+, first\d+|operator \d+)$/i;

/** Whether `address` is a stand-in's, of whomever. */
export function isStandInAddress(address: string): boolean {
  return address.trim().toLowerCase().endsWith(`@${STAND_IN_DOMAIN}`);
}

/** Whether a name is what is shown of somebody, whoever else may be called so. */
export function isStandIn(name: string): boolean {
  return STAND_IN.test(name) || isStandInAddress(name) || name === SOME_OPERATOR || name === SOME_ACCOUNT;
}

/** What stands for logins and accounts that are none of the store's operators. */
export const SOME_OPERATOR = 'operator';
export const SOME_ACCOUNT = 'account';

/** What is shown where nobody can be told to be meant. */
export const SOMEBODY = '(name)';
/** The same of an address. */
export const SOME_ADDRESS = `somebody@${STAND_IN_DOMAIN}`;
/** The same of a cell. */
export const HIDDEN = '(hidden)';

/** Import columns (B13) of the profile that tell who somebody is, and how their stand-ins begin. */
export const TELLING_COLUMNS: Readonly<Record<string, string>> = { 'Employee ID': 'employee', 'ACD ID': 'acd' };

/** What is shown of profile field `field` of person `id`, by its import column; null: the field tells nobody who it is. */
export function standInValue(field: string, id: number): string | null {
  const { firstName, lastName, login, email } = standInOf(id);
  const own: Readonly<Record<string, string>> = {
    'First Name': firstName,
    'Last Name': lastName,
    Login: login,
    Email: email,
  };
  const word = TELLING_COLUMNS[field];
  return word === undefined ? (own[field] ?? null) : `${word}${id}`;
}
