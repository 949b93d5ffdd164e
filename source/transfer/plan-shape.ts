import * as z from 'zod';
import { RULES } from '../model/catalogue.ts';
import { UNDO_OUTCOMES } from '../model/change.ts';
import { mappingShape } from '../model/mapping-shape.ts';
import { FIELD_POLICIES } from '../model/merge-choices.ts';
import { DIRECTIONS, PROBLEM_CODES, WARNING_CODES } from '../model/pair.ts';
import { PLAN_OPERATIONS, ROOT_OPERATIONS } from '../model/plan.ts';

const count = z.number().int().nonnegative();
const side = z.object({
  id: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  name: z.string(),
  fingerprint: z.string(),
});
const finding = <T extends readonly [string, ...string[]]>(codes: T) =>
  z.object({
    line: z.number().int().positive().nullable(),
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
const pair = z.object({
  line: z.number().int().positive().nullable(),
  source: side,
  target: side,
  changes: z.record(z.string(), z.object({ rule: z.enum(RULES), carry: z.enum(['move', 'copy']), ...counts })),
  undo: z.record(
    z.string(),
    z.object({
      outcome: z.enum(UNDO_OUTCOMES),
      stuck: count,
      already: count.optional(),
      copies: count.optional(),
      ...undoCounts,
    }),
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
  row: z
    .object({ kind: z.enum(['create', 'update']), becomes: z.enum(['active', 'inactive']).optional(), erased: count })
    .optional(),
});

/** The shape of a plan, as far as each part of it can be judged by itself. */
export const planShape = z.object({
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
  pairs: z.array(pair),
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
  import: z.object({ file: z.string(), mapping: mappingShape, allOrNothing: z.boolean() }).optional(),
  rows: z
    .object({
      create: count,
      update: count,
      unchanged: count,
      skipped: count,
      problems: count,
      reactivated: count,
      deactivated: count,
      erasedValues: count,
    })
    .optional(),
  seal: z.string(),
});
