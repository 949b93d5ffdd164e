import { HandoverError } from '../errors.ts';
import { type Operator, type Permission, permissionLabel } from './operator.ts';
import type { RootOperation } from './plan.ts';

/** What an operator must be allowed to transfer, to merge, and to import (A17, C5, B4). */
const OF_OPERATION: Record<RootOperation, readonly Permission[]> = {
  transfer: ['transfer-user-data'],
  merge: ['users-view', 'users-edit'],
  import: ['assign-user-roles'],
};

/** The first permission that this operator lacks of those that `needed` takes, as half a sentence; null: none. */
export function lackedPermission({ login, permissions }: Operator, needed: Permission | RootOperation): string | null {
  const all = isOperation(needed) ? OF_OPERATION[needed] : [needed];
  const lacking = all.find((each) => !permissions.includes(each));
  return lacking === undefined ? null : `${login} lacks the permission "${permissionLabel(lacking)}"`;
}

/**
 * Why this operator may not transfer, merge or import, or do what one permission is needed for; or null.
 * @returns an error of kind not-permitted
 */
export function permissionError(operator: Operator, needed: Permission | RootOperation): HandoverError | null {
  const lacked = lackedPermission(operator, needed);
  if (lacked === null) return null;
  return new HandoverError(
    'not-permitted',
    'not-permitted',
    `${lacked}.`,
    'Ask an administrator for it, or work as another operator with --as LOGIN.',
  );
}

function isOperation(needed: Permission | RootOperation): needed is RootOperation {
  return needed in OF_OPERATION;
}
