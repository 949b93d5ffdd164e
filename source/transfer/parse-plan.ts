import * as z from 'zod';
import { HandoverError } from '../errors.ts';
import { RULES } from '../model/catalogue.ts';
import { UNDO_OUTCOMES } from '../model/change.ts';
import { jsonErrorLine } from '../model/json-error-line.ts';
import { FIELD_POLICIES } from '../model/merge-choices.ts';
import { DIRECTIONS, PROBLEM_CODES, WARNING_CODES } from '../model/pair.ts';
import { PLAN_OPERATIONS, type Plan, ROOT_OPERATIONS } from '../model/plan.ts';
import { sealPlan } from './plan-transfer.ts';
import { upgradePlan } from './upgrade-plan.ts';

const count = z.number().int().nonnegative();
const side = z.object({ id: z.number().int().positive(), name: z.string(), fingerprint: z.string() });
const finding = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({
    line: z.number().int().nullable(),
    column: z.string().nullable(),
    value: z.string().nullable(),
    code: z.enum(codes),
    message: z.string(),
    cure: z.string(),
  });
const counts = {
  combined: count,
  replaced: count,
  deduplicated: count,
  summed: count,
  skipped: count,
  derived: count,
  kept: count,
};
const taken = z.object({
  fields: z.record(z.string(), z.enum(['source', 'target', 'both'])),
  courses: z.record(z.string(), z.enum(['source', 'target'])),
});
const undoCounts = { returned: count, restored: count, removed: count, changed: count, overwritten: count };
const shape = z.object({
  version: z.literal(2),
  id: z.string().min(1),
  store: z.string().min(1),
  operation: z.enum(PLAN_OPERATIONS),
  direction: z.enum(DIRECTIONS),
  operator: z.string(),
  createdAt: z.iso.datetime(),
  confirm: z.string().min(1),
  catalogue: z.object({ name: z.string(), fingerprint: z.string() }),
  choices: z
    .object({
      policy: z.enum(FIELD_POLICIES),
      every: taken,
      byPair: z.record(z.string(), taken),
    })
    .nullable(),
  carried: z.array(z.string()),
  pairs: z.array(
    z.object({
      line: z.number().int().nullable(),
      source: side,
      target: side,
      changes: z.record(z.string(), z.object({ rule: z.enum(RULES), carry: z.enum(['move', 'copy']), ...counts })),
      undo: z.record(
        z.string(),
        z.object({ outcome: z.enum(UNDO_OUTCOMES), stuck: count, already: count.optional(), ...undoCounts }),
      ),
      effect: z.enum(['put-back', 'marked']).optional(),
      later: z.record(z.string(), z.array(z.string())).optional(),
      fields: z.array(
        z.object({
          field: z.string(),
          source: z.unknown(),
          target: z.unknown(),
          taken: z.enum(['source', 'target', 'both']),
          why: z.string(),
        }),
      ),
    }),
  ),
  notMoved: z.array(z.object({ type: z.string(), label: z.string(), count, why: z.string() })),
  problems: z.array(finding(PROBLEM_CODES)),
  warnings: z.array(finding(WARNING_CODES)),
  totals: z.object({ pairs: count, ...counts, ...undoCounts, notMoved: count }),
  retryOf: z.string().nullable(),
  undoOf: z
    .object({
      run: z.string().min(1),
      operation: z.enum(ROOT_OPERATIONS),
      isAgain: z.boolean(),
      overwriteChanged: z.boolean(),
      laterRuns: z.array(z.string()).optional(),
    })
    .nullable(),
  seal: z.string(),
});

/**
 * Reads the text of a plan file.
 * @throws HandoverError `broken-plan` with the path of what is wrong; `edited-plan` where it is not as it was made
 */
export function parsePlan(text: string, file: string): Plan {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken(file, text.trim() === '' ? 'it is empty' : `it is no JSON in line ${jsonErrorLine(text)}`);
  }
  const upgraded = upgradePlan(value);
  const parsed = shape.safeParse(upgraded);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw broken(file, `at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'wrong shape'}`);
  }
  const { operation, undoOf } = parsed.data;
  if ((operation === 'undo') !== (undoOf !== null)) {
    throw broken(file, 'at undoOf: an undo names the run that it puts back, and nothing else does');
  }
  const { seal, ...rest } = value as Plan;
  if (sealPlan(rest).seal !== seal) {
    throw new HandoverError(
      'problems',
      'edited-plan',
      `The plan ${file} is not as it was made: somebody or something has changed it.`,
      'Make it anew with "handover plan"; to leave something out, use --without or mend the CSV file.',
    );
  }
  if (upgraded === value) return value as Plan;
  const { seal: _former, ...unsealed } = upgraded as Plan;
  return sealPlan(unsealed);
}

function broken(file: string, what: string): HandoverError {
  return new HandoverError(
    'problems',
    'broken-plan',
    `${file} is no plan that handover can read: ${what}.`,
    'Make it anew with "handover plan … --out plan.json".',
  );
}
