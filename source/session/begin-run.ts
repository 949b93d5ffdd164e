import { rm } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import { goOnCommand } from '../model/go-on-command.ts';
import { numberText } from '../model/number-text.ts';
import type { Problem } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import { isTouchedSince, isUnfinished } from '../model/run-standing.ts';
import { nounOf } from '../model/run-words.ts';
import { timeText } from '../model/time-text.ts';
import { checkPlanPairs } from '../pairs/check-plan-pairs.ts';
import { notWritable } from '../store/store-fault.ts';
import { checkRunnable } from '../transfer/check-runnable.ts';
import type { Earlier } from '../transfer/earlier.ts';
import { planLeft } from '../transfer/plan-left.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { locateRun } from '../worker/run-folder.ts';
import { freezePlan, makeRunId, startWorker } from '../worker/start-worker.ts';
import { checkImportRows, checkRowsBack } from './check-rows.ts';
import type { Context } from './context.ts';
import { type Session, unveiled } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * Throws where a run is at work (A17): sooner, and in plainer words, than the worker would meet it.
 * @throws HandoverError `store-held`
 */
export async function refuseSecondRun(store: StorePort): Promise<void> {
  const running = (await store.runs()).find(({ state }) => state === 'running');
  if (running === undefined) return;
  const { id, operator, startedAt } = running;
  throw new HandoverError(
    'held',
    'store-held',
    `A run is at work already: ${id}, of ${operator}, since ${timeText(startedAt)}. Only one runs at a time.`,
    `Follow it with: handover watch ${id}`,
  );
}

/**
 * The run of `plan` that was stopped or broke off, by id, or null where there is none to go on with. One of which
 * something was put back since is none: at its end not all would be carried that the plan tells of.
 */
export async function findUnfinishedRun(store: StorePort, plan: Plan): Promise<string | null> {
  for (const summary of await store.runs()) {
    if (!isUnfinished(summary)) continue;
    const run = await store.run(summary.id);
    if (run?.plan === plan.id && !isTouchedSince(run)) return run.id;
  }
  return null;
}

/**
 * Throws the reason why `plan` may not run now. To a run that goes on, which was checked when it began, its own work is
 * no reason against it, nor is what became of its people since: each pair is compared with the plan as it comes.
 * @throws HandoverError of kind not-permitted, problems or stale
 */
export async function refuseUnrunnable(
  plan: Plan,
  shown: Session,
  unfinished: string | null,
  context: Pick<Context, 'dataFolder'>,
): Promise<void> {
  const session = unveiled(shown);
  const { store, info, catalogue, operator, view } = session;
  const ids = plan.pairs.flatMap(({ source, target }) => [source.id, target.id]);
  const [people, donePairs, { lastId }] = await Promise.all([
    store.people(ids),
    store.donePairs(rootOperation(plan)),
    store.info(),
  ]);
  const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
  const compared = { store: info.id, operator, catalogue, people, donePairs, lastId, view, earlier };
  const refusal = checkRunnable(plan, compared);
  const isOwnWork =
    unfinished !== null && ['already-done', 'already-undone', 'stale-plan'].includes(refusal?.code ?? '');
  if (refusal?.code === 'stale-plan' && !isOwnWork) throw (await findOwnRun(plan, store)) ?? refusal;
  if (refusal !== null && !isOwnWork) throw refusal;
  if (unfinished !== null) refuseOtherPlan(plan, await readRunPlan(info.location, unfinished), unfinished);
  const [problem] =
    unfinished === null
      ? await findProblems(plan, session, earlier, context)
      : await findLimits(plan, session, unfinished, earlier, context);
  if (problem === undefined) return;
  throw new HandoverError('problems', problem.code, `The plan cannot be run: ${problem.message}`, problem.cure);
}

/** That the people of `plan` are as it left them, not as it found them; null: it has not been run. */
async function findOwnRun(plan: Plan, store: StorePort): Promise<HandoverError | null> {
  for (const { id } of await store.runs()) {
    if ((await store.run(id))?.plan !== plan.id) continue;
    return new HandoverError(
      'stale',
      'already-run',
      `This plan has been run already, by run ${id}, and its people changed by that or since.`,
      `Nothing was changed. See what it did with: handover runs show ${id}`,
    );
  }
  return null;
}

/** What speaks against the pairs of a plan, or against its rows: whoever wrote its file need not have been handover. */
async function findProblems(
  plan: Plan,
  session: Session,
  earlier: Earlier | undefined,
  context: Pick<Context, 'dataFolder'>,
): Promise<Problem[]> {
  if (plan.operation === 'import') {
    return (await checkImportRows(plan, session, context)).flatMap(({ problems }) => problems);
  }
  if (earlier !== undefined && rootOperation(plan) === 'import') {
    const rows = plan.pairs.map(({ line, source: { id: source } }) => ({ line, source }));
    const { overwriteChanged = false } = plan.undoOf ?? {};
    const drafts = await checkRowsBack({ rows, earlier, overwriteChanged }, session);
    return drafts.flatMap(({ problems }) => problems);
  }
  const users = new Map((await session.store.users()).map((user) => [user.id, user]));
  return checkPlanPairs(plan, users, session.view);
}

/** What only depends on who runs a row of an import, and when: whoever goes on with a run need not have begun it. */
const LIMITS: ReadonlySet<string> = new Set([
  'privileged-user',
  'not-permitted',
  'out-of-view',
  'out-of-division',
  'no-seat-left',
]);

/** What of that speaks against the rows that run `unfinished` has left. */
async function findLimits(
  plan: Plan,
  session: Session,
  unfinished: string,
  earlier: Earlier | undefined,
  context: Pick<Context, 'dataFolder'>,
): Promise<Problem[]> {
  const run = rootOperation(plan) === 'import' ? await session.store.run(unfinished) : null;
  if (run === null) return [];
  const problems = await findProblems(planLeft(plan, run), session, earlier, context);
  return problems.filter(({ code }) => LIMITS.has(code));
}

/** What goes on is the plan that was frozen when the run began: another one of its name is not what was looked at. */
function refuseOtherPlan(plan: Plan, frozen: Plan, run: string): void {
  if (plan.seal === frozen.seal) return;
  throw new HandoverError(
    'problems',
    'foreign-plan',
    `This plan is not the one that run ${run} was begun with.`,
    'Go on with the plan of that run, or make a new one.',
  );
}

/**
 * Starts the worker on `plan`, or again on its unfinished run.
 * @returns the id of the run
 * @throws HandoverError with the worker's reason; of a run that never began nothing is kept
 */
export async function beginRun(
  plan: Plan,
  { store, info: { location }, operator }: Session,
  context: Context,
  unfinished: string | null,
): Promise<string> {
  const {
    clock,
    random,
    disk,
    program,
    catalogueFile: catalogue,
    workerEnvironment: environment,
    isUnsafeAllowed,
  } = context;
  const taken = new Set((await store.runs()).map((run) => run.id));
  const id = unfinished ?? makeRunId(clock, random, taken);
  const { folder } = locateRun(location, id);
  if (unfinished === null) {
    await freezePlan(disk, random, location, id, plan).catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw startFault(location, error);
    });
  }
  // Known is what this store was last seen to hold: by that it was decided to go on.
  const known = unfinished === null ? null : await store.run(unfinished);
  const isUndoKnown = known !== null && isTouchedSince(known);
  const request = { program, location, operator: operator.login, catalogue, environment, isUnsafeAllowed, isUndoKnown };
  try {
    await startWorker(id, request);
  } catch (error) {
    const isRefused = error instanceof HandoverError && error.kind !== 'unexpected';
    if (isRefused && unfinished === null) await rm(folder, { recursive: true, force: true });
    throw error instanceof HandoverError && error.code === 'worker-died'
      ? await withWayOn(error, id, plan, store)
      : error;
  }
  return id;
}

/** The error with what stands of run `id`, whose worker died just before or just after the store took the run in. */
async function withWayOn(error: HandoverError, id: string, plan: Plan, store: StorePort): Promise<HandoverError> {
  const { kind, code, message, hint } = error;
  await store.refresh();
  const run = await store.run(id);
  if (run === null) {
    const stands = `${message} Nothing was changed.`;
    return new HandoverError(kind, code, stands, `${hint} Start the run again.`, { cause: error });
  }
  const { done, pairs } = run.counts;
  const stands = `${message} Run ${id} stands: ${numberText(done)} of ${countOf(pairs, nounOf(run))} done.`;
  const file = locateRun((await store.info()).location, id).plan;
  const way = `Go on with it: ${goOnCommand(file, planLeft(plan, run))}`;
  return new HandoverError(kind, code, stands, `${hint} ${way}`, { cause: error });
}

/** What is told of a run whose plan the disk does not take. */
function startFault(location: string, error: unknown): HandoverError {
  if (hasSystemCode(error, 'EACCES', 'EPERM')) return notWritable(location, error);
  const isFull = hasSystemCode(error, 'ENOSPC', 'EDQUOT');
  return new HandoverError(
    'unexpected',
    isFull ? 'disk-full' : 'store-fault',
    isFull
      ? `The disk under ${location} is full: the run has not begun.`
      : `The run has not begun: its plan could not be written under ${location}: ${sentenceOf(error)}.`,
    `Nothing was changed. ${isFull ? 'Make room on the disk' : 'Mend the disk'}, then start it again.`,
    { cause: error },
  );
}
