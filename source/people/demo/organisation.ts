import type { Operator, View } from '../../model/operator.ts';
import { PERMISSIONS } from '../../model/operator.ts';

/** Team → the group that it belongs to. */
const TEAM_GROUPS = {
  'Support North': 'Support',
  'Support South': 'Support',
  'Support Night': 'Support',
  'Sales Inbound': 'Sales',
  'Sales Outbound': 'Sales',
  Renewals: 'Sales',
  Billing: 'Back Office',
  Claims: 'Back Office',
  Complaints: 'Care',
  Retention: 'Care',
  'Chat and Mail': 'Digital',
  'Social Media': 'Digital',
} as const;
export type Team = keyof typeof TEAM_GROUPS;

export const TEAMS = Object.keys(TEAM_GROUPS) as Team[];
export const GROUPS = [...new Set(Object.values(TEAM_GROUPS))];
export const ROLES = ['Agent', 'Supervisor', 'Evaluator', 'Scheduler', 'Knowledge Author', 'Tenant Administrator'];
export const DIVISIONS = [
  'Lindenhall',
  'Lindenhall/Europe',
  'Lindenhall/Europe/UK',
  'Lindenhall/Europe/UK/Sales',
  'Lindenhall/Europe/Nordics',
  'Lindenhall/Americas',
  'Lindenhall/Americas/East',
  'Lindenhall/Asia',
];

export const VIEWS: View[] = [
  { name: 'Support floor', teams: ['Support North', 'Support South', 'Support Night'], groups: [] },
  { name: 'Sales and renewals', teams: [], groups: ['Sales'] },
  { name: 'Back office and care', teams: ['Complaints', 'Retention'], groups: ['Back Office'] },
];

/** One who may do everything, one who transfers within a view, one who only looks. */
export const OPERATORS: Operator[] = [
  { login: 'admin', name: 'Alex Lindgren', permissions: [...PERMISSIONS], view: null, divisions: ['Lindenhall'] },
  {
    login: 'team-lead',
    name: 'Priya Raman',
    permissions: ['transfer-user-data', 'users-view'],
    view: 'Support floor',
    divisions: ['Lindenhall/Europe/UK'],
  },
  { login: 'auditor', name: 'Tomasz Wilk', permissions: ['users-view'], view: null, divisions: ['Lindenhall'] },
];

/** The group of a team. */
export function groupOf(team: Team): string {
  return TEAM_GROUPS[team];
}
