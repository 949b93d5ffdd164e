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

/** What a column of a file can be mapped to: those, and what only other systems' files have (D10, D12). */
export const IMPORT_FIELDS = [...PEOPLE_COLUMNS, 'Active?', 'Divisions'] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];
