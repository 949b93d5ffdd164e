import type { PeopleColumn } from '../model/import-field.ts';
import type { ProfileValue, User } from '../model/user.ts';

/** The cell of one column: dates YYYY-MM-DD, lists joined with `;`, booleans TRUE or FALSE, nothing: empty. Unguarded. */
export function cellOf(user: User, column: PeopleColumn): string {
  switch (column) {
    case 'Email':
      return user.email;
    case 'First Name':
      return user.firstName;
    case 'Last Name':
      return user.lastName;
    case 'Login':
      return user.login;
    case 'User ID':
      return String(user.id);
    default:
      return textOf(user.profile[column]);
  }
}

function textOf(value: ProfileValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'string' ? value : value.join(';');
}
