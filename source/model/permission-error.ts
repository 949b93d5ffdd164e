import { HandoverError } from '../errors.ts';
import type { Operation } from './catalogue.ts';
import { type Operator, type Permission, permissionLabel } from './operator.ts';

/** What an operator must be allowed to transfer, and to merge (A17, C5). */
const OF_OPERATION: Record<Operation, readonly Permission[]> = {
  transfer: ['transfer-user-data'],
  merge: ['users-view', 'users-edit'],
};

/** The first permission that this operator lacks of those that `needed` takes, as half a sentence; null: none. */
export function lackedPermission({ login, permissions }: Operator, needed: Permission | Operation): string | null {
  const all = needed === 'transfer' || needed === 'merge' ? OF_OPERATION[needed] : [needed];
  const lacking = all.find((each) => !permissions.includes(each));
  return lacking === undefined ? null : `${login} lacks the permission "${permissionLabel(lacking)}"`;
}

/**
 * Why this operator may not transfer, or merge, or do what one permission is needed for; or null.
 * @returns an error of kind not-permitted
 */
export function permissionError(operator: Operator, needed: Permission | Operation): HandoverError | null {
  const lacked = lackedPermission(operator, needed);
  if (lacked === null) return null;
  return new HandoverError(
    'not-permitted',
    'not-permitted',
    `${lacked}.`,
    'Ask an administrator for it, or work as another operator with --as LOGIN.',
  );
}
