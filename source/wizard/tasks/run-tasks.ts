import { join } from 'node:path';
import { readAudit } from '../../audit/read-audit.ts';
import { writeAuditCsv } from '../../audit/write-audit-csv.ts';
import { HandoverError } from '../../errors.ts';
import type { Pair } from '../../model/pair.ts';
import { permissionError } from '../../model/permission-error.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { beginRun, refuseSecondRun, refuseUnrunnable } from '../../session/begin-run.ts';
import { makePlan } from '../../session/make-plan.ts';
import { makeUndo } from '../../session/make-undo.ts';
import { readRun } from '../../session/read-run.ts';
import { readRunPlan } from '../../session/read-run-plan.ts';
import { planDone, planLeft } from '../../transfer/plan-left.ts';
import type { Desk } from './desk.ts';

/** Starts `plan` in a worker of its own. @throws HandoverError why it cannot run */
export async function startRun(plan: Plan, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  refuseWriting(desk);
  await session.store.refresh();
  await refuseSecondRun(session.store);
  await refuseUnrunnable(plan, session, null);
  return openRun(await beginRun(plan, session, context, null), desk);
}

/** Lets a worker do what run `id` has left. @throws HandoverError why it cannot go on */
export async function resumeRun(id: string, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  refuseWriting(desk);
  const plan = await readRunPlan(session.info.location, id);
  await session.store.refresh();
  await refuseSecondRun(session.store);
  await refuseUnrunnable(plan, session, id);
  return openRun(await beginRun(plan, session, context, id), desk);
}

/**
 * An unfinished run, and the part of its plan that is left: its pairs as they were planned, what stays behind as it is
 * now. `changed`: pairs of people who have changed since; they will fail, and can be tried again.
 * @throws HandoverError `unknown-run`, `unreadable` …
 */
export async function openWhatIsLeft(id: string, desk: Desk): Promise<{ run: Run; plan: Plan; changed: number }> {
  const { session } = desk;
  const run = await openRun(id, desk);
  const plan = planLeft(await readRunPlan(session.info.location, id), run);
  const known = await session.store.people(plan.pairs.flatMap(({ source, target }) => [source.id, target.id]));
  const pairs = plan.pairs
    .filter(({ source, target }) => known.has(source.id) && known.has(target.id))
    .map(({ line, source, target }) => ({ line, source: source.id, target: target.id }));
  const now = await planAnew(plan, pairs, desk);
  const asPlanned = new Set(plan.pairs.map(printsOf));
  const same = now.pairs.filter((pair) => asPlanned.has(printsOf(pair))).length;
  const totals = { ...plan.totals, notMoved: now.totals.notMoved };
  return { run, plan: { ...plan, notMoved: now.notMoved, totals }, changed: plan.pairs.length - same };
}

/** What `plan` would do with just `pairs`, were it made now. */
async function planAnew(plan: Plan, pairs: Pair[], { session, context }: Desk): Promise<Plan> {
  const { operation, direction, undoOf } = plan;
  const carried = new Set(plan.carried);
  if (operation !== 'undo') {
    const checked = { pairs, problems: [], warnings: [] };
    return makePlan({ operation, direction, carried, retryOf: null, checked }, session, context);
  }
  const { run = '', overwriteChanged = false } = undoOf ?? {};
  return makeUndo({ run, pairs, types: carried, overwriteChanged }, session, context);
}

const printsOf = ({ source, target }: PlannedPair): string => `${source.fingerprint}:${target.fingerprint}`;

/** A run, and the part of its plan that was done; null where its plan cannot be read any more. */
export async function openRunWithPlan(id: string, desk: Desk): Promise<{ run: Run; done: Plan | null }> {
  const run = await openRun(id, desk);
  const plan = await readRunPlan(desk.session.info.location, id).catch(() => null);
  return { run, done: plan === null ? null : planDone(plan, run) };
}

/** Throws where this operator may not change the store, whatever the screens offered. @throws HandoverError */
export function refuseWriting({ context, session }: Desk): void {
  const refusal =
    permissionError(session.operator, 'transfer-user-data') ?? (context.isReadOnly ? readOnlyError() : null);
  if (refusal !== null) throw refusal;
}

function readOnlyError(): HandoverError {
  return new HandoverError(
    'not-permitted',
    'read-only',
    'The wizard was opened with --read-only.',
    'Open it without that flag to change the store.',
  );
}

/** Everything about run `id`. @throws HandoverError `unknown-run` */
export async function openRun(id: string, { session }: Desk): Promise<Run> {
  await session.store.refresh();
  return readRun(id, session.store);
}

/** Saves what the audit log says of run `id`, its errors where there are any, in the working directory (A54). */
export async function saveLog(id: string, { session, context }: Desk): Promise<{ path: string; pairs: number }> {
  const ofRun = (await readAudit(session.store, context.disk)).filter(({ run }) => run === id);
  const errors = ofRun.filter(({ event }) => event === 'pair-failed');
  const [kind, entries] = errors.length > 0 ? ['errors', errors] : ['log', ofRun];
  for (let number = 1; ; number += 1) {
    const name = `handover-${kind}-${id}${number === 1 ? '' : `-${number}`}.csv`;
    try {
      const { path, pairs } = await writeAuditCsv(entries, join(context.cwd, name), {});
      return { path, pairs };
    } catch (error) {
      if (!(error instanceof HandoverError) || error.code !== 'file-exists') throw error;
    }
  }
}
