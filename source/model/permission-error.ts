import { HandoverError } from '../errors.ts';
import { type Operator, type Permission, permissionLabel } from './operator.ts';

/** Which permission this operator lacks, as half a sentence, where it is this one; else null. */
export function lackedPermission({ login, permissions }: Operator, needed: Permission): string | null {
  return permissions.includes(needed) ? null : `${login} lacks the permission "${permissionLabel(needed)}"`;
}

/**
 * Why this operator may not do what `needed` is needed for, or null.
 * @returns an error of kind not-permitted
 */
export function permissionError(operator: Operator, needed: Permission): HandoverError | null {
  const lacked = lackedPermission(operator, needed);
  if (lacked === null) return null;
  return new HandoverError(
    'not-permitted',
    'not-permitted',
    `${lacked}.`,
    'Ask an administrator for it, or work as another operator with --as LOGIN.',
  );
}
