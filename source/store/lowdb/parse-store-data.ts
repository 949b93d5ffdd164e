import * as z from 'zod';
import { HandoverError } from '../../errors.ts';
import { mappingShape } from '../../model/mapping-shape.ts';
import { PERMISSIONS } from '../../model/operator.ts';
import { PLAN_OPERATIONS } from '../../model/plan.ts';
import { STORE_VERSION, type StoreData } from '../../model/store-data.ts';
import { ACCESS_LEVELS } from '../../model/user.ts';
import { isSoundPerson, isSoundRun } from './is-sound.ts';
import { upgradeData } from './upgrade-data.ts';

const id = z.number().int().positive();
const record = z
  .object({ id: z.number().int() })
  .catchall(z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]));
const person = z.object({
  id,
  login: z.string(),
  email: z.string(),
  firstName: z.string(),
  lastName: z.string(),
  active: z.boolean(),
  access: z.enum(ACCESS_LEVELS),
  profile: z.record(z.string(), z.union([z.string(), z.boolean(), z.array(z.string())])),
  mergedInto: id.nullable(),
  records: z.record(z.string(), z.array(record)),
});
const position = z.object({
  generation: z.number(),
  sequence: z.number(),
  chain: z.string(),
  bytes: z.number(),
  lines: z.number(),
});
const run = z.object({
  id: z.string(),
  plan: z.string(),
  operation: z.enum(PLAN_OPERATIONS),
  undoOf: z.string().nullable(),
  journal: position.nullable(),
  operator: z.string(),
  startedAt: z.string(),
  finishedAt: z.string().nullable(),
  state: z.enum(['running', 'succeeded', 'finished-with-errors', 'stopped', 'interrupted']),
  counts: z.object({ pairs: z.number(), done: z.number(), failed: z.number(), left: z.number(), undone: z.number() }),
  pairs: z.array(z.object({ source: id, target: id, state: z.enum(['left', 'done', 'failed']) }).loose()),
});
const hasOwnIds = (each: readonly { id: unknown }[]) => new Set(each.map(({ id }) => id)).size === each.length;
const shape = z.object({
  format: z.literal('handover-store'),
  version: z.number().int().positive().max(STORE_VERSION),
  id: z.string().min(1),
  name: z.string(),
  generation: z.number().int().nonnegative(),
  sequence: z.number().int().nonnegative(),
  chain: z.string().regex(/^[0-9a-f]{32}$/),
  settings: z.object({
    guest: z.string().nullable(),
    keepCheckpoints: z.number().int().nonnegative(),
    sendsActivationMail: z.boolean(),
    seats: z.number().int().nonnegative().nullable(),
  }),
  operators: z.array(
    z.object({
      login: z.string().min(1),
      name: z.string(),
      permissions: z.array(z.enum(PERMISSIONS)),
      view: z.string().nullable(),
      divisions: z.array(z.string()),
    }),
  ),
  views: z.array(z.object({ name: z.string(), teams: z.array(z.string()), groups: z.array(z.string()) })),
  teams: z.array(z.string()),
  groups: z.array(z.string()),
  divisions: z.array(z.string()),
  roles: z.array(z.string()),
  people: z.array(z.unknown()),
  mappings: z.array(mappingShape),
  runs: z.array(z.unknown()),
  auditHead: z
    .object({
      sequence: z.number(),
      lines: z.number(),
      bytes: z.number().nullable(),
      hash: z.string(),
      at: z.string(),
    })
    .nullish(),
  lastId: z.number().int().nonnegative().optional(),
});
/** What people and runs are checked with where a quick look found something wrong, to name the place. */
const contents = z.object({
  people: z.array(person).refine(hasOwnIds, 'two people have the same id'),
  runs: z.array(run).refine(hasOwnIds, 'two runs have the same id'),
});

/**
 * Checks that `value` is what a checkpoint holds, and puts one of an older shape into the present one.
 * @throws HandoverError `newer-store` where a later version of handover wrote it; `damaged-store` with the path of
 * the first thing that is wrong
 */
export function parseStoreData(value: unknown, file: string): StoreData {
  const version = value !== null && typeof value === 'object' && 'version' in value ? value.version : undefined;
  if (typeof version === 'number' && version > STORE_VERSION) {
    throw new HandoverError(
      'usage',
      'newer-store',
      `The store file ${file} has shape ${version}; this handover knows shapes up to ${STORE_VERSION}.`,
      'Nothing was changed. Use the newer handover that wrote it.',
    );
  }
  const upgraded = upgradeData(value);
  const data = upgraded as StoreData;
  let parsed: z.ZodSafeParseResult<unknown> = shape.safeParse(upgraded);
  if (parsed.success && !areSound(data)) parsed = contents.safeParse(upgraded);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new HandoverError(
      'unexpected',
      'damaged-store',
      `The store file ${file} is damaged at ${issue?.path.join('.') || 'its root'}: ${issue?.message ?? 'wrong shape'}.`,
      'Nothing was changed. Put back the store folder from a backup.',
    );
  }
  // Not what zod made of it: that leaves out what it does not know, and the next checkpoint would be without it.
  return data;
}

function areSound({ people, runs }: StoreData): boolean {
  return people.every(isSoundPerson) && runs.every(isSoundRun) && hasOwnIds(people) && hasOwnIds(runs);
}
