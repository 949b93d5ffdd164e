import { HandoverError } from '../errors.ts';
import { rightsGained } from '../merge/warn-rights.ts';
import type { Operator, Permission } from '../model/operator.ts';
import { lackedPermission } from '../model/permission-error.ts';
import type { Plan } from '../model/plan.ts';

/** What somebody must be allowed who gives others more of a field; of any other field of rights, to assign roles (B4, B5). */
const NEEDED: Record<string, Permission> = { 'QM Views': 'edit-qm-views' };

/**
 * Whether `operator` may give people the rights that they gain by the plan, and the plan warns of each of them: whoever
 * wrote its file need not have been handover, and nobody gains rights without a word.
 * @returns null, or an error of kind not-permitted or problems
 */
export function checkRights({ operation, pairs, warnings }: Plan, operator: Operator): HandoverError | null {
  const told = warnings.filter(({ code }) => code === 'rights-gained');
  for (const { line, target, fields } of pairs) {
    for (const change of fields) {
      const gained = rightsGained(change);
      if (gained.length === 0) continue;
      const what = `${target.name} (${target.id}) gets more in ${change.field}: ${gained.join(', ')}`;
      const needed = NEEDED[change.field] ?? 'assign-user-roles';
      const lacked = lackedPermission(operator, needed);
      if (lacked !== null) return notPermitted(what, lacked, operation);
      // Who imports gives nothing but what the plan tells, row by row.
      if (operation === 'import') continue;
      const own = told.filter((warning) => warning.line === line && warning.column === change.field);
      const isTold = own.some(({ message }) => message.includes(`(${target.id}) gains`) && namesAll(message, gained));
      if (isTold) continue;
      return new HandoverError(
        'problems',
        'broken-plan',
        `The plan does not say that ${what}.`,
        'Make the plan anew with "handover plan", and review it.',
      );
    }
  }
  return null;
}

function namesAll(message: string, rights: readonly string[]): boolean {
  return rights.every((right) => message.includes(right));
}

function notPermitted(what: string, lacked: string, operation: Plan['operation']): HandoverError {
  return new HandoverError(
    'not-permitted',
    'not-permitted',
    `By this plan ${what}; ${lacked}.`,
    `Leave ${operation === 'import' ? 'the column out' : 'the field as the target has it'}, or ask somebody with that permission to run the plan.`,
  );
}
