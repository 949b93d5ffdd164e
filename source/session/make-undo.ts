import { HandoverError } from '../errors.ts';
import type { Warning } from '../model/pair.ts';
import { pairText } from '../model/pair-text.ts';
import type { Plan } from '../model/plan.ts';
import type { Run, RunPair } from '../model/run.ts';
import { nounOf } from '../model/run-words.ts';
import { pairKey } from '../pairs/check-pair.ts';
import type { Earlier } from '../transfer/earlier.ts';
import { planUndo, type UndoRequest } from '../transfer/plan-undo.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { typesOfPlan } from '../transfer/types-of-plan.ts';
import type { Context } from './context.ts';
import { findEndedRun } from './find-ended-run.ts';
import { leaveOutHopeless, type Standing } from './leave-out-hopeless.ts';
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
    : leaveOutHopeless(wanted, plan, earlier, await readStanding(plan, session));
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

/** What the store says of the pairs that can go back now. */
async function readStanding(plan: Plan, { store, view }: Session): Promise<Standing> {
  const operation = rootOperation(plan) === 'merge' ? 'merge' : 'transfer';
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  return { operation, users, doneBy: await store.donePairs(operation), view };
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
