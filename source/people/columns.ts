import type { ProfileValue, User } from '../model/user.ts';

/** The columns of the people import file in the order of its document (B13). */
export const PEOPLE_COLUMNS = [
  'ACD ID',
  'ACD Server ID',
  'Activated',
  'Company End Date',
  'Company Start Date',
  'Deactivated',
  'Department Start Date',
  'Display Time Zone',
  'Email',
  'Employee ID',
  'Enable Scheduling',
  'First Name',
  'Full Scope',
  'Last Name',
  'Locale',
  'Login',
  'Max Staffing Group',
  'Member Group',
  'QM Views',
  'Rank',
  'Roles',
  'Schedule Release Profile',
  'Scheduling Time Zone',
  'Scope Groups',
  'Scope Teams',
  'Skill Mappings',
  'Team',
  'User ID',
  'Work Condition Profile',
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number];

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
