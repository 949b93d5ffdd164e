import type { Plan } from '../../model/plan.ts';

/** The warnings of a plan, a line each. */
export function warningLines({ warnings }: Plan): string[] {
  const told = warnings.map(({ line, message, cure }) => `${line === null ? '' : `Line ${line}: `}${message} ${cure}`);
  return told.length === 0 ? ['No warnings.'] : told;
}
