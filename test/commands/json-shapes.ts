import { z } from 'zod';
import { PROBLEM_CODES, WARNING_CODES } from '../../source/model/pair.ts';

const id = z.int().positive();
const count = z.int().nonnegative();
const time = z.iso.datetime();
const text = z.string().min(1);
const brief = z.object({
  id,
  login: text,
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  active: z.boolean(),
  access: z.enum(['user', 'power-user', 'superadmin', 'tenant-administrator']),
});
const finding = <Codes extends readonly string[]>(codes: Codes) =>
  z.object({
    line: id.nullable(),
    column: z.string().nullable(),
    value: z.string().nullable(),
    code: z.enum(codes),
    message: text,
    cure: text,
  });
const findings = { problems: z.array(finding(PROBLEM_CODES)), warnings: z.array(finding(WARNING_CODES)) };
const side = z.object({ id, name: z.string(), fingerprint: text });
const plan = z.object({
  version: count,
  id: text,
  operation: z.enum(['transfer', 'merge', 'import', 'undo']),
  direction: z.enum(['from-to', 'to-from']),
  operator: text,
  createdAt: time,
  confirm: text,
  pairs: z.array(
    z.object({
      source: side,
      target: side,
      changes: z.record(
        z.string(),
        z.object({ rule: text, combined: count, replaced: count, deduplicated: count, summed: count, skipped: count }),
      ),
      fields: z.array(
        z.object({
          field: text,
          source: z.unknown(),
          target: z.unknown(),
          taken: z.enum(['source', 'target', 'both']),
          why: text,
        }),
      ),
    }),
  ),
  notMoved: z.array(z.object({ type: text, count, why: text })),
  ...findings,
  totals: z.object({ pairs: count, notMoved: count }),
});
const counts = z.object({ pairs: count, done: count, failed: count, left: count });
const summary = z.object({
  id: text,
  operation: plan.shape.operation,
  operator: text,
  startedAt: time,
  finishedAt: time.nullable(),
  state: z.enum(['running', 'succeeded', 'finished-with-errors', 'stopped', 'interrupted']),
  counts,
});
const run = summary.extend({
  pairs: z.array(
    z.object({ source: id, target: id, state: z.enum(['left', 'done', 'failed']), reason: text.optional() }),
  ),
});
const tally = { run: text, done: count, failed: count, left: count };
const event = z.discriminatedUnion('event', [
  z.object({ event: z.literal('run-started'), pairs: count, ...tally }),
  z.object({ event: z.literal('pair-done'), source: id, target: id, ...tally }),
  z.object({ event: z.literal('pair-failed'), source: id, target: id, reason: text, ...tally }),
  z.object({ event: z.literal('run-finished'), state: summary.shape.state, ...tally }),
]);
const mapping = z.object({ version: count, name: text, columns: z.array(z.object({ heading: text, field: text })) });

/** What each command puts on standard output with --json, by its name; keys may be more, never fewer or of another type. */
export const SHAPES: Readonly<Record<string, z.ZodType>> = {
  demo: z.object({ store: text, name: text, operator: text, people: count }),
  users: z.array(brief).min(1),
  'users show': brief.extend({
    profile: z.record(z.string(), z.unknown()),
    records: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
    mergedInto: id.nullable(),
  }),
  'users deactivate': z.object({ deactivated: z.array(id) }),
  'users activate': z.object({ activated: z.array(id) }),
  'users delete': z.array(z.object({ deleted: id })),
  duplicates: z.array(z.object({ source: z.object({ id }), target: z.object({ id }), score: count })).min(1),
  export: z.object({ file: text, people: count }),
  check: z.object({
    file: text,
    encoding: text,
    delimiter: text,
    direction: plan.shape.direction,
    rows: count,
    skipped: count,
    pairs: z.array(z.object({ line: id, source: id, target: id })),
    ...findings,
  }),
  plan,
  'plan show': plan,
  apply: z.array(event).min(3),
  watch: z.array(event).min(3),
  stop: run,
  runs: z.array(summary).min(1),
  'runs show': run,
  retry: plan,
  undo: plan,
  audit: z.array(z.object({ line: id, event: text, at: time, hash: text })).min(1),
  import: plan.extend({
    rows: z.object({
      create: count,
      update: count,
      unchanged: count,
      skipped: count,
      reactivated: count,
      deactivated: count,
      erasedValues: count,
      problems: count,
    }),
  }),
  mappings: z.array(z.object({ name: text, isPreset: z.boolean(), columns: count })).min(3),
  'mappings show': mapping,
  'mappings save': mapping,
  'mappings delete': z.object({ deleted: text }),
  settings: z.object({ keepCheckpoints: count, seats: count.nullable(), sendsActivationMail: z.boolean() }),
  doctor: z.object({
    ok: z.boolean(),
    checks: z.array(z.object({ name: text, ok: z.boolean(), message: text, cure: text.optional() })).min(10),
  }),
  completion: z.object({ shell: text, script: text }),
  help: z.object({ commands: z.array(z.object({ name: text, usage: z.string(), example: text })).min(20) }),
};

/** What any failure puts there. */
export const FAILURE = z.object({
  error: z.object({ code: z.string().regex(/^[a-z-]+$/), message: text, hint: text }),
});
