import { HandoverError } from '../errors.ts';
import { describeIssue } from '../model/describe-issue.ts';
import { jsonErrorLine } from '../model/json-error-line.ts';
import type { Plan } from '../model/plan.ts';
import { shellWord } from '../model/shell-word.ts';
import { checkPlanKind, checkPlanRows } from './check-plan-parts.ts';
import { planShape } from './plan-shape.ts';
import { sealPlan } from './plan-transfer.ts';
import { upgradePlan } from './upgrade-plan.ts';

/**
 * Reads the text of a plan file. Line ends of another kind, another indentation and a byte order mark, which mail and
 * editors bring along, are no change of it.
 * @throws HandoverError `broken-plan` with the path of what is wrong; `edited-plan` where it is not as it was made
 */
export function parsePlan(given: string, file: string): Plan {
  const text = given.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = withoutTold(JSON.parse(text));
  } catch {
    throw broken(file, text.trim() === '' ? 'it is empty' : `line ${jsonErrorLine(text)} is not JSON`);
  }
  const upgraded = upgradePlan(value);
  const parsed = planShape.safeParse(upgraded);
  if (!parsed.success) {
    const { at, what } = describeIssue(parsed.error);
    throw broken(file, `at ${at || 'its root'}: it ${what}`);
  }
  const misfit = checkPlanKind(upgraded as Plan);
  if (misfit !== null) throw broken(file, misfit);
  const { seal, ...rest } = value as Plan;
  if (sealPlan(rest).seal !== seal) {
    throw new HandoverError(
      'problems',
      'edited-plan',
      `The plan ${file} is not as it was made: somebody or something has changed it.`,
      'Make it anew with "handover plan"; to leave something out, use --without or mend the CSV file.',
    );
  }
  const contradiction = checkPlanRows(upgraded as Plan);
  if (contradiction !== null) throw broken(file, contradiction);
  if (upgraded === value) return value as Plan;
  const { seal: _former, ...unsealed } = upgraded as Plan;
  return sealPlan(unsealed);
}

/** A plan that --json showed is that plan all the same, without what it told besides: why it cannot run, an undo's values. */
function withoutTold(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { error: _error, ...plan }: { error?: unknown; operation?: unknown; pairs?: unknown } = value;
  if (plan.operation !== 'undo' || !Array.isArray(plan.pairs)) return plan;
  return { ...plan, pairs: plan.pairs.map((pair: unknown) => (hasFields(pair) ? { ...pair, fields: [] } : pair)) };
}

/** Whether values are told of a row: a plan file of an undo holds none. */
function hasFields(pair: unknown): pair is { fields: unknown[] } {
  return typeof pair === 'object' && pair !== null && 'fields' in pair && Array.isArray(pair.fields);
}

function broken(file: string, what: string): HandoverError {
  return new HandoverError(
    'problems',
    'broken-plan',
    `${file} is no plan that handover can read: ${what}.`,
    /\.csv$/i.test(file)
      ? `Of a CSV file a plan is made first: handover plan --file ${shellWord(file)} --out plan.json`
      : 'Make it anew with "handover plan … --out plan.json".',
  );
}
