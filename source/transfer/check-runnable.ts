import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { fingerprint } from '../model/fingerprint.ts';
import { isInView, type Operator, type View } from '../model/operator.ts';
import { permissionError } from '../model/permission-error.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { isTouchedSince } from '../model/run-standing.ts';
import { nameAndId, type Person } from '../model/user.ts';
import { checkContent } from './check-content.ts';
import { checkRights } from './check-rights.ts';
import { checkStale } from './check-stale.ts';
import type { Earlier } from './earlier.ts';
import { rootOperation } from './root-operation.ts';

export interface ResumableContext {
  /** Id of the store. */
  store: string;
  operator: Operator;
  catalogue: Catalogue;
  /** Whether whoever goes on with a run knows that something of it was put back since; absent: not. */
  isUndoKnown?: boolean | undefined;
}

export interface RunnableContext extends ResumableContext {
  /** Everybody whom the plan names and who exists. */
  people: ReadonlyMap<number, Person>;
  /** "source:target" → run (A56). */
  donePairs: ReadonlyMap<string, string>;
  /** What is known of the run that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
  /** The highest ID that anybody has had, who need not be there any more. */
  lastId: number;
  /** The people whom this operator may touch (A20), who need not be the one who made the plan; null: everybody. */
  view: View | null;
}

/**
 * Whether `plan` may run now, and if not, why: the first reason found.
 * @returns null, or an error of kind not-permitted, problems or stale
 */
export function checkRunnable(plan: Plan, context: RunnableContext): HandoverError | null {
  return (
    permissionError(context.operator, rootOperation(plan)) ??
    foreignError(plan, context) ??
    checkContent(plan) ??
    checkRights(plan, context.operator) ??
    viewError(plan, context) ??
    (plan.operation === 'undo' ? undoneError(plan, context) : doneError(plan, context.donePairs)) ??
    checkStale(plan, context)
  );
}

/**
 * Whether `run`, which was begun and has an end or none, may go on with `plan`, and if not, why. Each pair is compared
 * with the plan as it comes; what the run itself has done is no reason against it.
 * @returns null, or an error of kind not-permitted, problems or stale
 */
export function checkResumable(plan: Plan, run: Run, context: ResumableContext): HandoverError | null {
  const refusal = permissionError(context.operator, rootOperation(plan)) ?? foreignError(plan, context);
  if (refusal !== null) return refusal;
  if (run.closed) {
    return new HandoverError(
      'problems',
      'run-closed',
      `Run ${run.id} has been stopped for good.`,
      'Nothing was changed. Make a new plan of what is still to be carried.',
    );
  }
  // At its end the run would tell of all that its plan carries, which would not all stand.
  if (isTouchedSince(run) && context.isUndoKnown !== true) {
    return new HandoverError(
      'stale',
      'stale-plan',
      `The plan is out of date: something of what run ${run.id} did has been put back since.`,
      `Nothing was changed. See what stands of it with "handover runs show ${run.id}", and make a new plan of what is still to be done.`,
    );
  }
  if (run.plan === plan.id) return null;
  return new HandoverError(
    'problems',
    'foreign-plan',
    `This plan is not the one that run ${run.id} was begun with.`,
    'Go on with the plan of that run, or make a new one.',
  );
}

function foreignError(plan: Plan, { store, catalogue }: ResumableContext): HandoverError | null {
  if (plan.store !== store) {
    return new HandoverError(
      'problems',
      'foreign-plan',
      'This plan was made for another store.',
      'Name its store with --store DIR, or make a plan for this one.',
    );
  }
  if (plan.catalogue.fingerprint !== fingerprint(catalogue)) {
    return new HandoverError(
      'stale',
      'other-catalogue',
      `This plan was made with other rules: the catalogue "${plan.catalogue.name}" has changed since.`,
      'Make the plan anew, or name its catalogue with --catalogue FILE.',
    );
  }
  return null;
}

function viewError({ pairs }: Plan, { view, people, operator }: RunnableContext): HandoverError | null {
  const outside = pairs
    .flatMap(({ source, target }) => [source.id, target.id])
    .flatMap((id) => people.get(id) ?? [])
    .find((person) => !isInView(person, view));
  if (outside === undefined) return null;
  return new HandoverError(
    'not-permitted',
    'out-of-view',
    `${nameAndId(outside)} is outside the view "${view?.name}" of ${operator.login}.`,
    'Ask somebody to run it whose view holds everybody whom the plan names.',
  );
}

function doneError(plan: Plan, donePairs: ReadonlyMap<string, string>): HandoverError | null {
  for (const { source, target } of plan.pairs) {
    const run = donePairs.get(`${source.id}:${target.id}`);
    if (run === undefined) continue;
    return new HandoverError(
      'problems',
      'already-done',
      `${source.name} (${source.id}) was already ${rootOperation(plan) === 'merge' ? 'merged' : 'carried'} into ${target.name} (${target.id}) by run ${run}.`,
      `Leave this pair out: what was carried is not carried a second time. Or put back first what stands of it, with "handover undo ${run} --pair ${source.id}:${target.id}" (and --overwrite-changed, where that says that it has changed since).`,
    );
  }
  return null;
}

/**
 * An undo needs what the run has written down of each pair, and that something of it stands. What carries again, the
 * undo of an undo, needs besides that no other run has carried the pair since (A56).
 */
function undoneError(plan: Plan, { earlier, donePairs }: RunnableContext): HandoverError | null {
  const { undoOf, pairs } = plan;
  const run = undoOf?.run ?? '';
  const keyOf = ({ source, target }: PlannedPair) => `${source.id}:${target.id}`;
  const lost = pairs.find((pair) => !earlier?.pairs.has(keyOf(pair)));
  if (lost !== undefined) return notUndoable('not-undoable', `Run ${run} has not carried`, lost, run);
  const undone = pairs.find((pair) => earlier?.undone.has(keyOf(pair)));
  if (undone !== undefined) return notUndoable('already-undone', `Run ${run} is undone already for`, undone, run);
  if (earlier?.isAgain !== undoOf?.isAgain) {
    return new HandoverError(
      'problems',
      'not-undoable',
      `The plan does not say truly whether it puts back what run ${run} carried or carries it again.`,
      `Make the plan anew: handover undo ${run}`,
    );
  }
  if (earlier?.isAgain !== true) return null;
  return doneError(plan, new Map([...donePairs].filter(([, carried]) => carried !== earlier.root)));
}

function notUndoable(code: string, what: string, { source, target }: PlannedPair, run: string): HandoverError {
  const isRow = source.id === target.id;
  return new HandoverError(
    'problems',
    code,
    `${isRow ? what.replace('carried', 'imported') : what} ${source.name} (${source.id})${isRow ? '' : ` into ${target.name} (${target.id})`}.`,
    `Make the plan anew: handover undo ${run}`,
  );
}
