import { HandoverError } from '../errors.ts';
import type { Problem, Warning } from '../model/pair.ts';
import { pairText } from '../model/pair-text.ts';
import type { Plan } from '../model/plan.ts';
import type { Run, RunPair } from '../model/run.ts';
import { nounOf } from '../model/run-words.ts';
import type { User } from '../model/user.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { matchPairs } from '../pairs/match-pairs.ts';
import type { Earlier } from '../transfer/earlier.ts';
import { planUndo, type UndoRequest } from '../transfer/plan-undo.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { typesOfPlan } from '../transfer/types-of-plan.ts';
import type { Context } from './context.ts';
import { findEndedRun } from './find-ended-run.ts';
import { leaveOutRows } from './leave-out-rows.ts';
import { type Session, unveiled } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';
import { warnLaterRuns } from './warn-later-runs.ts';
import { warnNothingLeft } from './warn-nothing-left.ts';
import { warnUndoneRuns } from './warn-undone-runs.ts';

export interface UndoWish {
  /** Id of the run. */
  run: string;
  /** Just these of its pairs; null: all that it did. */
  pairs: readonly { source: number; target: number }[] | null;
  /** Just these data types, by id; null: all that it carried. */
  types: ReadonlySet<string> | null;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
}

/**
 * The plan that puts back what a run did, on the people as the store has them now. Changes nothing. Pairs that cannot be
 * put back (somebody is gone, or has become privileged) are left out, and told as warnings; those of the wish may stand
 * in any order, as the run's own decides in which they are put back.
 * @throws HandoverError `unknown-run`, `still-running`, `nothing-to-undo`, `unknown-pair`, and what reading the run's
 * plan and journal throws
 */
export async function makeUndo(wish: UndoWish, shown: Session, context: Context): Promise<Plan> {
  const session = unveiled(shown);
  const { store, info, catalogue, operator } = session;
  await store.refresh();
  const run = await findEndedRun(wish.run, store);
  const plan = await readRunPlan(info.location, run.id);
  const earlier = await readEarlier(store, run.id);
  const chosen = choosePairs(run, wish.pairs, earlier);
  // To put back the rest would tell of all of it as put back, while an undo of that other undo brings its part again.
  const isCrossed = ({ source, target }: RunPair) => earlier.pairs.get(pairKey(source, target))?.elsewhere === true;
  const wanted = chosen.filter((pair) => !isCrossed(pair));
  const crossed = await warnCrossed(chosen.filter(isCrossed), earlier, session);
  const isImport = rootOperation(plan) === 'import';
  const merge = earlier.isAgain && rootOperation(plan) === 'merge' ? await readMerge(earlier.root, session) : null;
  const { pairs, warnings: others } = isImport
    ? await leaveOutRows({ wanted, plan, earlier, overwriteChanged: wish.overwriteChanged }, session)
    : await leaveOutHopeless(wanted, plan, earlier, session);
  const warnings = [...crossed, ...others];
  const made = planUndo({
    id: context.random.token(12),
    store: info.id,
    undoOf: {
      run: run.id,
      operation: rootOperation(plan),
      isAgain: earlier.isAgain,
      overwriteChanged: wish.overwriteChanged,
    },
    operator: operator.login,
    createdAt: context.clock.now(),
    catalogue,
    types: wish.types ?? new Set(typesOfPlan(plan)),
    pairs,
    earlier,
    ...(merge === null ? {} : { merge }),
    people: await store.people(pairs.flatMap(({ source, target }) => [source, target])),
    problems: [],
    warnings,
  });
  if (made.pairs.length === 0 && pairs.length > 0 && made.warnings.length === warnings.length)
    return warnNothingLeft(made, wanted, session);
  return warnUndoneRuns(await warnLaterRuns(made, store), store);
}

/** That of these pairs something was put back by an undo of a run that did the same, and where all of it is undone. */
async function warnCrossed(pairs: readonly RunPair[], { root, isAgain }: Earlier, { store }: Session) {
  const people = await store.people(pairs.flatMap(({ source, target }) => [source, target]));
  return pairs.map(({ source, target }): Warning => {
    const [what, way] = isAgain
      ? ['carried again', `See by which run it was put back last, and undo that one: handover runs show ${root}`]
      : ['put back', `Undo it by the run that did it first: handover undo ${root} --pair ${pairKey(source, target)}`];
    const message = `Not ${what}: ${pairText({ source, target }, people)}: some of it was ${what} already, by way of another run that did the same.`;
    return { line: null, column: null, value: null, code: 'not-undoable', message, cure: way };
  });
}

/** Of the merge that is to be carried again: its plan, and the pairs of merges of which something stands. */
async function readMerge(root: string, { store, info }: Session): Promise<NonNullable<UndoRequest['merge']>> {
  const { carried, choices } = await readRunPlan(info.location, root);
  return { carried, choices, standing: new Set((await store.donePairs('merge')).keys()) };
}

/** Those that the run did and that have not been put back since. */
function choosePairs(run: Run, pairs: UndoWish['pairs'], earlier: Earlier): RunPair[] {
  const standing = run.pairs.filter(({ source, target }) => {
    const key = pairKey(source, target);
    return earlier.pairs.has(key) && !earlier.undone.has(key);
  });
  if (pairs === null) {
    if (standing.length > 0) return standing;
    const isUndone = earlier.pairs.size > 0;
    const why =
      run.counts.done === 0
        ? `has done no ${nounOf(run)}`
        : isUndone
          ? 'has been undone already'
          : 'has changed nothing';
    throw new HandoverError('problems', 'nothing-to-undo', `Run ${run.id} ${why}.`, 'Nothing needs to be put back.');
  }
  const keys = new Set(pairs.map(({ source, target }) => pairKey(source, target)));
  const chosen = standing.filter(({ source, target }) => keys.delete(pairKey(source, target)));
  const unknown = pairs.find(({ source, target }) => keys.has(pairKey(source, target)));
  if (unknown === undefined) return chosen;
  throw new HandoverError(
    'usage',
    'unknown-pair',
    unknown.source === unknown.target
      ? run.operation !== 'import'
        ? `Run ${run.id} was no import: nothing of it is told by one person.`
        : `Run ${run.id} has not imported user ${unknown.source}, or that has been undone already.`
      : `Run ${run.id} has not ${run.operation === 'merge' ? 'merged' : 'carried'} ${unknown.source} into ${unknown.target}, or that has been undone already.`,
    `See its ${nounOf(run)}s with: handover runs show ${run.id}`,
  );
}

async function leaveOutHopeless(pairs: readonly RunPair[], plan: Plan, earlier: Earlier, { store, view }: Session) {
  const lines = new Map(plan.pairs.map(({ source, target, line }) => [pairKey(source.id, target.id), line]));
  const rows = pairs.map(({ source, target }, index) => ({
    line: index + 1,
    from: String(source),
    to: String(target),
    claims: null,
    ragged: null,
  }));
  const operation = rootOperation(plan) === 'merge' ? 'merge' : 'transfer';
  const users = await store.users();
  const doneBy = await store.donePairs(operation);
  const hopeless = new Map<number, Problem[]>();
  for (let known = -1; hopeless.size > known; ) {
    known = hopeless.size;
    const left = rows.filter(({ line }) => !hopeless.has(line));
    const chosen = new Set(left.map(({ from, to }) => `${from}:${to}`));
    // Of a merge, what came to somebody who was merged on is with a third person as well; unless that goes back at once.
    const isOwn = (key: string) => !earlier.isAgain || [undefined, earlier.root].includes(doneBy.get(key));
    const isFreed = ({ id, mergedInto }: User) => {
      const key = mergedInto === null ? '' : pairKey(id, mergedInto);
      return chosen.has(key) && isOwn(key);
    };
    const freed = new Map(users.map((user) => [user.id, isFreed(user) ? { ...user, mergedInto: null } : user]));
    // What is carried again must not have been carried by another run since (A56).
    const others = new Map([...doneBy].filter(([key]) => !chosen.has(key) || !isOwn(key)));
    const { problems } = matchPairs({
      rows: left,
      direction: 'from-to',
      operation,
      users: freed,
      view,
      donePairs: others,
    });
    for (const [line, those] of Map.groupBy(problems, (problem) => problem.line ?? 0)) hopeless.set(line, those);
  }
  const placed = pairs.map(({ source, target }) => ({
    line: lines.get(pairKey(source, target)) ?? null,
    source,
    target,
  }));
  const problems = placed.flatMap((_pair, index) => hopeless.get(index + 1) ?? []);
  const warnings: Warning[] = problems.map((problem) => ({
    ...problem,
    line: placed[(problem.line ?? 0) - 1]?.line ?? null,
    column: null,
    value: null,
    code: 'not-undoable',
    message: `Not ${earlier.isAgain ? 'carried again' : 'put back'}: ${problem.message}`,
    cure: cureOf(problem),
  }));
  return { pairs: placed.filter((_pair, index) => !hopeless.has(index + 1)), warnings };
}

/** What can be done about a pair that cannot be put back now: of somebody who was deleted, nothing. */
function cureOf(problem: Problem): string {
  return problem.code === 'unknown-user'
    ? 'The pair stays as the run left it: nothing brings back an account that was deleted.'
    : `The pair stays as the run left it; once this is otherwise, undo it by itself with --pair.${wayTo(problem)}`;
}

/** The command that the cure of a pair that is done already names. */
function wayTo({ code, cure }: Problem): string {
  const command = code === 'already-done' ? /"(handover undo [^"]+)"/.exec(cure)?.[1] : undefined;
  return command === undefined ? '' : ` The way there: ${command}`;
}
