import type { User } from './user.ts';

export const PERMISSIONS = [
  'transfer-user-data',
  'users-view',
  'users-edit',
  'users-delete',
  'assign-user-roles',
  'edit-qm-views',
  'erase-audit',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** Somebody who works with handover. */
export interface Operator {
  login: string;
  name: string;
  permissions: Permission[];
  /** Name of the view that limits whom they may touch (A20); null: everybody. */
  view: string | null;
  /** Divisions they are assigned to (D11), with all below; used by imports. */
  divisions: string[];
}

/** A view: the people of these teams and of these groups (A20). */
export interface View {
  name: string;
  teams: string[];
  groups: string[];
}

const PERMISSION_LABELS: Record<Permission, string> = {
  'transfer-user-data': 'User Data Transfer',
  'users-view': 'Users/View',
  'users-edit': 'Users/Edit',
  'users-delete': 'Users/Delete',
  'assign-user-roles': 'Assign User Roles',
  'edit-qm-views': 'Edit QM Views',
  'erase-audit': 'Erase from the Audit Log',
};

/** The permission as the documents name it. */
export function permissionLabel(permission: Permission): string {
  return PERMISSION_LABELS[permission];
}

/** The view that limits `operator`, or null. One whose view is gone may touch nobody, rather than everybody. */
export function viewOf({ view }: Operator, views: readonly View[]): View | null {
  if (view === null) return null;
  return views.find(({ name }) => name === view) ?? { name: view, teams: [], groups: [] };
}

/** Whether `user` lies within `view`; a null view holds everybody (A20). */
export function isInView(user: Pick<User, 'profile'>, view: View | null): boolean {
  if (view === null) return true;
  const { Team: team, 'Member Group': groups } = user.profile;
  if (typeof team === 'string' && view.teams.includes(team)) return true;
  const memberOf = Array.isArray(groups) ? groups : typeof groups === 'string' ? [groups] : [];
  return memberOf.some((group) => view.groups.includes(group));
}
