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
    email: `person${id}@example.invalid`,
  };
}

/** What is shown where nobody can be told to be meant. */
export const SOMEBODY = '(name)';
/** The same of an address. */
export const SOME_ADDRESS = 'somebody@example.invalid';
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
