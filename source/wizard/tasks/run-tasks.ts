import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { doubtText } from '../../audit/doubt-text.ts';
import { readAudit } from '../../audit/read-audit.ts';
import type { LogHead } from '../../audit/read-head.ts';
import { redactEntry } from '../../audit/redact-entry.ts';
import { writeAuditCsv } from '../../audit/write-audit-csv.ts';
import { HandoverError } from '../../errors.ts';
import { operationOfRun } from '../../model/operation-of-run.ts';
import { permissionError } from '../../model/permission-error.ts';
import type { Plan, RootOperation } from '../../model/plan.ts';
import type { Run, RunPair } from '../../model/run.ts';
import { beginRun, refuseSecondRun, refuseUnrunnable } from '../../session/begin-run.ts';
import { proveHead } from '../../session/prove-head.ts';
import { readRun } from '../../session/read-run.ts';
import { readRunPlan } from '../../session/read-run-plan.ts';
import { tellRowsDone } from '../../session/tell-rows-done.ts';
import { waitForHead } from '../../session/wait-for-head.ts';
import { planDone } from '../../transfer/plan-left.ts';
import { rootOperation } from '../../transfer/root-operation.ts';
import type { Desk } from './desk.ts';

/** Starts `plan` in a worker of its own. @throws HandoverError why it cannot run */
export async function startRun(plan: Plan, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  refuseWriting(desk, rootOperation(plan));
  await session.store.refresh();
  await refuseSecondRun(session.store);
  await refuseUnrunnable(plan, session, null, context);
  return openRun(await beginRun(plan, session, context, null), desk);
}

/**
 * Lets a worker do what a run has left. @param shown the run as it was decided to go on with it
 * @throws HandoverError why it cannot go on; `stale-plan` where something of it was put back since it was shown
 */
export async function resumeRun(shown: Run, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  const { id } = shown;
  const plan = await readRunPlan(session.info.location, id);
  refuseWriting(desk, rootOperation(plan));
  await session.store.refresh();
  await refuseSecondRun(session.store);
  const run = await session.store.run(id);
  if (run !== null && !isDeepStrictEqual(undoneOf(run), undoneOf(shown))) throw undoneSince(id);
  await refuseUnrunnable(plan, session, id, context);
  return openRun(await beginRun(plan, session, context, id), desk);
}

function undoneOf({ pairs }: Run): (RunPair['undone'] | null)[] {
  return pairs.map(({ undone }) => undone ?? null);
}

function undoneSince(id: string): HandoverError {
  return new HandoverError(
    'stale',
    'stale-plan',
    `Something of run ${id} was put back since it was shown here, and would stay so.`,
    'Nothing was changed. Look at the run once more on the first screen or under History, and go on with it from there.',
  );
}

/**
 * A run, and the part of its plan that was done; null where its plan cannot be read any more. Of one that has ended,
 * where it can be told, the head of the audit log, or that it is not whole; of an import, how many rows it left out for their problems.
 */
export async function openRunWithPlan(
  id: string,
  desk: Desk,
): Promise<{ run: Run; done: Plan | null; head?: LogHead; leftOut?: number }> {
  const run = await openRun(id, desk);
  const { real, store } = desk.session;
  const told = run.state === 'running' ? null : await waitForHead(store, id, desk.context);
  const head = run.state === 'running' ? null : await proveHead(told, real, desk.context.disk);
  const plan = await readRunPlan(desk.session.info.location, id)
    .then((found) => tellRowsDone(found, id, desk.session))
    .catch(() => null);
  return {
    run,
    done: plan === null ? null : desk.session.veil.plan(planDone(plan, run)),
    ...(head === null ? {} : { head }),
    ...(plan?.operation === 'import' ? { leftOut: plan.rows?.problems ?? 0 } : {}),
  };
}

/** Throws where this operator may not change the store, whatever the screens offered. @throws HandoverError */
export function refuseWriting({ context, session }: Desk, operation: RootOperation): void {
  const refusal = permissionError(session.operator, operation) ?? (context.isReadOnly ? readOnlyError() : null);
  if (refusal !== null) throw refusal;
}

/** What is said where the store may only be looked at. */
export function readOnlyError(): HandoverError {
  return new HandoverError(
    'not-permitted',
    'read-only',
    'The wizard was opened with --read-only.',
    'Open it without that flag to change the store.',
  );
}

/** What run `id` does, or what the run did that it puts back. */
export async function operationOf(id: string, { session }: Desk): Promise<RootOperation> {
  const runs = await session.store.runs();
  const run = runs.find((each) => each.id === id);
  return run === undefined ? 'transfer' : operationOfRun(run, runs);
}

/** Everything about run `id`. @throws HandoverError `unknown-run` */
export async function openRun(id: string, { session }: Desk): Promise<Run> {
  await session.store.refresh();
  return readRun(id, session.store);
}

/**
 * Saves what the audit log says of run `id`, its errors where there are any, in the working directory (A54).
 * @returns also what is wrong with a log that is not whole
 */
export async function saveLog(
  id: string,
  { session, context }: Desk,
): Promise<{ path: string; pairs: number; doubt: string | null }> {
  const { real, veil } = session;
  const { entries: whole, proof } = await readAudit(real, context.disk);
  const all = whole.filter(({ run }) => run === id);
  const ofRun = veil.isOn ? all.map((entry) => redactEntry(entry, veil)) : all;
  const errors = ofRun.filter(({ event }) => event === 'pair-failed');
  const [kind, entries] = errors.length > 0 ? ['errors', errors] : ['log', ofRun];
  for (let number = 1; ; number += 1) {
    const name = `handover-${kind}-${id}${number === 1 ? '' : `-${number}`}.csv`;
    try {
      const { path, pairs } = await writeAuditCsv(entries, join(context.cwd, name), {});
      return { path, pairs, doubt: doubtText(proof) };
    } catch (error) {
      if (!(error instanceof HandoverError) || error.code !== 'file-exists') throw error;
    }
  }
}
