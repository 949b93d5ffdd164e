import type { Problem, Warning } from '../../model/pair.ts';
import type { Plan } from '../../model/plan.ts';

/** The warnings of a plan, a line each. */
export function warningLines({ warnings }: Plan): string[] {
  return warnings.length === 0 ? ['No warnings.'] : warnings.map(findingLine);
}

/** Why a plan cannot run, a line each, under a heading. */
export function problemLines({ problems }: Plan): string[] {
  return ['This cannot be run:', ...problems.map(findingLine)];
}

function findingLine({ line, message, cure }: Problem | Warning): string {
  return `${line === null ? '' : `Line ${line}: `}${message} ${cure}`;
}
