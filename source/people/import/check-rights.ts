import { loginKey } from '../../model/account-keys.ts';
import { cutText } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import { isInView, type Operator, permissionLabel } from '../../model/operator.ts';
import { ACCESS_LEVELS, accessLabel, nameAndId, type ProfileValue, type User } from '../../model/user.ts';
import { foldText } from '../fold-text.ts';
import { addProblem, changeOf, type DraftRow, heldValue, type PlaceOf, valueAfter, WHY } from './draft-row.ts';
import { gainedEntries, RIGHTS } from './gained-rights.ts';
import type { ImportContext } from './import-check.ts';

/** What the operator may do, as far as rows ask for it. */
export interface OperatorRights extends Pick<ImportContext, 'operator' | 'view'> {
  isSuperadmin: boolean;
}

/**
 * What this operator may do. Superadmin is whose own account, the active one with their login, is; an operator who is
 * nobody of the store is none.
 */
export function rightsOf({
  operator,
  view,
  users,
}: Pick<ImportContext, 'operator' | 'view' | 'users'>): OperatorRights {
  const own = users.filter(({ login, active }) => active && login === operator.login);
  return { operator, view, isSuperadmin: own.length > 0 && own.every(({ access }) => access === 'superadmin') };
}

/** Whether the operator may do what a row does that changes or creates somebody. */
export function checkRights(row: DraftRow, rights: OperatorRights, placeOf: PlaceOf): void {
  const { user } = row;
  if (user !== null && user.access !== 'user' && !rights.isSuperadmin) {
    const message = `${nameAndId(user)} is a ${accessLabel(user.access)}: only a superadmin may change them.`;
    addProblem(row, personPlace(row, placeOf), 'privileged-user', message, 'Leave this row out.');
  }
  checkView(row, rights, placeOf);
  checkRoles(row, rights, placeOf);
  checkQmViews(row, rights.operator, placeOf);
  checkOwn(row, rights.operator, placeOf);
}

function personPlace(row: DraftRow, placeOf: PlaceOf): { column: string; text: string } {
  const id = placeOf(row, 'User ID');
  return id.text === '' ? placeOf(row, 'Email') : id;
}

/** Nobody outside the operator's view is changed (A20), nor does a row take or put anybody outside it. */
function checkView(row: DraftRow, { view, operator }: OperatorRights, placeOf: PlaceOf): void {
  if (view === null) return;
  const { user } = row;
  if (user !== null && !isInView(user, view)) {
    const message = `${nameAndId(user)} is outside the view "${view.name}" of ${operator.login}.`;
    const cure = 'Leave this row out, or ask somebody whose view includes this person.';
    addProblem(row, personPlace(row, placeOf), 'out-of-view', message, cure);
    return;
  }
  if (isInView({ profile: profileAfter(row) }, view)) return;
  const message = `The person would be outside the view "${view.name}" of ${operator.login}.`;
  addProblem(row, placeOf(row, 'Team'), 'out-of-view', message, 'Write a team or a member group of that view.');
}

function profileAfter(row: DraftRow): Record<string, ProfileValue> {
  const held = ['Team', 'Member Group'] as const;
  return Object.fromEntries(
    held.flatMap((field) => {
      const value = valueAfter(row, field);
      return value === null ? [] : [[field, value]];
    }),
  );
}

/** The names of roles that stand for an access level (X7), whatever is written between their words. */
const PRIVILEGED_ROLES = new Set(
  ACCESS_LEVELS.filter((level) => level !== 'user')
    .flatMap((level) => [level, level.replace('administrator', 'admin'), level.replace('admin', 'administrator')])
    .map(roleKey),
);

/** A role that is named like a privileged access level is given by those alone who may change such people (X7). */
function checkRoles(row: DraftRow, { isSuperadmin, operator }: OperatorRights, placeOf: PlaceOf): void {
  if (isSuperadmin) return;
  for (const role of gainedEntries(row, 'Roles')) {
    if (!PRIVILEGED_ROLES.has(roleKey(role))) continue;
    const message = `The role “${cutText(role, 60)}” is given by a superadmin only, and ${operator.login} is none.`;
    const place = { column: placeOf(row, 'Roles').column, text: role };
    addProblem(
      row,
      place,
      'not-permitted',
      message,
      'Take the role out of this row, or ask a superadmin to import it.',
    );
  }
}

function roleKey(role: string): string {
  return foldText(role).replace(/[^\p{L}\p{N}]/gu, '');
}

/** How a row says nothing of QM Views, by why they would change. */
const UNVIEWED: Record<string, string> = {
  [WHY.blank]: 'Let blank cells keep their values (--blanks keep)',
  [WHY.missing]: 'Let columns that are missing keep their values (--missing keep)',
};
const UNMAPPED = 'Leave the column out, letting columns that are missing keep their values (--missing keep)';

/** B5: whoever has any value of QM Views in a file, that of the store included, or takes them away by it, may edit them. */
function checkQmViews(row: DraftRow, operator: Operator, placeOf: PlaceOf): void {
  if (operator.permissions.includes('edit-qm-views')) return;
  const place = placeOf(row, 'QM Views');
  const change = changeOf(row, 'QM Views');
  if (place.text.trim() === '' && change === undefined) return;
  const message = `${operator.login} lacks the permission "${permissionLabel('edit-qm-views')}", which ${place.column} needs.`;
  const way = UNVIEWED[change?.why ?? ''] ?? UNMAPPED;
  addProblem(row, place, 'not-permitted', message, `${way}, or ask an administrator for the permission.`);
}

/**
 * Nobody gives rights to themselves: to the person with the operator's login, or by giving somebody that login. Nor does
 * anybody change their own login: what is given to the person by another name would not be seen to be theirs. Nor opens or
 * closes their own account: the last one who may would lock everybody out.
 */
function checkOwn(row: DraftRow, { login }: Operator, placeOf: PlaceOf): void {
  const isOperator = (value: unknown) => typeof value === 'string' && loginKey(value) === loginKey(login);
  const isOwn = isOperator(row.user?.login);
  const named = changeOf(row, 'Login');
  if (!isOwn && !isOperator(named?.source)) return;
  const gaining = RIGHTS.filter((field) =>
    isOwn ? gainedEntries(row, field).length > 0 : valueAfter(row, field) !== null,
  );
  if (valueAfter(row, 'Full Scope') === true && !(isOwn && heldBy(row.user, 'Full Scope') === true))
    gaining.push('Full Scope');
  const refuse = (field: ImportField, what: string) => {
    const message = `The row is about ${login}, who works here: nobody ${what}.`;
    const cure = 'Leave this out, or ask another operator to import the row.';
    addProblem(row, placeOf(row, field), 'not-permitted', message, cure);
  };
  for (const field of gaining) refuse(field, 'gives more rights to themselves');
  if (isOwn && named !== undefined) refuse('Login', 'changes their own login');
  if (isOwn && (changeOf(row, 'Active?') ?? changeOf(row, 'Deactivated')) !== undefined) {
    const isByDate = placeOf(row, 'Active?').text === '' && placeOf(row, 'Deactivated').text !== '';
    refuse(isByDate ? 'Deactivated' : 'Active?', 'activates or deactivates their own account');
  }
}

function heldBy(user: User | null, field: ImportField): ProfileValue | null {
  return user === null ? null : heldValue(user, field);
}
