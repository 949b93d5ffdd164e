import { HandoverError } from '../errors.ts';
import { bringsBack } from '../model/carries-again.ts';
import { leftOutText } from '../model/left-out-text.ts';
import { pairText } from '../model/pair-text.ts';
import type { Plan } from '../model/plan.ts';
import type { Run, RunSummary } from '../model/run.ts';
import { operationWords, pairWords, runWords } from '../model/run-standing.ts';
import { nounOf, stateWords } from '../model/run-words.ts';
import { timeText } from '../model/time-text.ts';
import type { User } from '../model/user.ts';
import type { Context } from '../session/context.ts';
import { namePeople } from '../session/name-people.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { readRunPlan } from '../session/read-run-plan.ts';
import { tellRowsDone } from '../session/tell-rows-done.ts';
import { onlyPairs } from '../transfer/only-pairs.ts';
import { rowBackText } from '../transfer/undone-text.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { describePairs, findPlaces } from './describe-pairs.ts';
import { countsText, describeWayOn } from './describe-run.ts';
import { findRun } from './find-run.ts';
import { frozenGoOn } from './frozen-go-on.ts';
import { printJson, printLines } from './print.ts';
import { type Ids, readPairs } from './read-pairs.ts';
import { rowSummary } from './row-summary.ts';

/**
 * `runs show RUN`: one run with every pair, its state and its reason; with --pair, what its plan tells of that pair:
 * each field, each kind of data.
 * @throws HandoverError `unknown-run`; of --pair `bad-value`, `not-an-id`, `unknown-pair` and what
 * `readRunPlan` throws
 */
export const runsShow: Command = async (context, [id], flags) => {
  const session = await openSession(context);
  const { store, veil, info } = session;
  const run = await findRun(store, id);
  const wanted = readPairs(flags);
  if (wanted.length > 0) await showPairs(run, wanted, session, context);
  else if (context.json) printJson(context, run);
  else {
    const users = await namePeople(run, { store, veil });
    const isBack = bringsBack(run, await store.runs());
    const wayOn = describeWayOn(run, (await frozenGoOn(info.location, run.id, veil))(run));
    printLines(context, [
      ...describe(
        run,
        users,
        { isBack, words: standingText(run, await store.runs()), ...tellRows(run, await planOfRows(run, session)) },
        context.ascii,
      ),
      ...(wayOn.length === 0 ? [] : ['', ...wayOn]),
    ]);
  }
  return 0;
};

async function showPairs(run: Run, wanted: readonly Ids[], session: Session, context: Context): Promise<void> {
  const { info, veil, catalogue } = session;
  const plan = await tellRowsDone(await readRunPlan(info.location, run.id), run.id, session);
  const places = findPlaces(plan, wanted);
  const shown = veil.plan(plan);
  const states = [...places].flatMap((place) => {
    const planned = plan.pairs[place];
    return run.pairs.filter(({ source, target }) => source === planned?.source.id && target === planned.target.id);
  });
  if (context.json) {
    const { pairs, warnings, totals } = onlyPairs(shown, places);
    printJson(context, { run: run.id, states, pairs, warnings, totals });
    return;
  }
  printLines(context, [
    `Run ${run.id}, ${operationWords(run)} of ${timeText(run.startedAt)}, by its plan:`,
    ...states.map((pair) => {
      const why = pair.reason === undefined ? '' : `: ${pair.reason}`;
      return `${pair.source}:${pair.target} is ${pairWords(pair, run)}${why}`;
    }),
    '',
    ...describePairs(shown, places, catalogue, context.ascii),
  ]);
}

/** The plan of an import or of its undo; null of any other run, or where it is gone. */
async function planOfRows(run: Run, session: Session): Promise<Plan | null> {
  if (nounOf(run) !== 'row') return null;
  try {
    return await tellRowsDone(await readRunPlan(session.info.location, run.id), run.id, session);
  } catch (error) {
    if (error instanceof HandoverError) return null;
    throw error;
  }
}

/** What is told of a run by its plan. */
interface Told {
  /** Of an import: id → "create", or what changes of the values; of its undo what was done to the person. */
  told: ReadonlyMap<number, string>;
  /** What of the file had no part in it; null: nothing. */
  left: string | null;
}

function tellRows(run: Run, plan: Plan | null): Told {
  const done = new Set(run.pairs.flatMap(({ source, state }) => (state === 'done' ? source : [])));
  const told = (plan?.pairs ?? []).flatMap((pair): [number, string][] => {
    if (pair.row !== undefined) return [[pair.source.id, rowSummary(pair)]];
    return done.has(pair.source.id) ? [[pair.source.id, rowBackText(pair)]] : [];
  });
  return { told: new Map(told), left: leftOutText(plan?.rows?.problems ?? 0) };
}

/** "undone since (succeeded)": whether it stands counts for more than how it ended, as in the list of all runs. */
function standingText(run: Run, runs: readonly RunSummary[]): string {
  const [standing, ended] = [runWords(run, runs), stateWords(run)];
  return standing === ended ? ended : `${standing} since (${ended})`;
}

function describe(
  run: Run,
  users: ReadonlyMap<number, User>,
  { isBack, words, told, left }: Told & { isBack: boolean; words: string },
  ascii: boolean,
): string[] {
  const { id, operator, startedAt, reason, pairs } = run;
  const facts = [
    ['State', words],
    ...(reason === undefined ? [] : [['Why', reason]]),
    ['Operation', operationWords(run)],
    ['Operator', operator],
    ['Started', timeText(startedAt)],
    ['Ended', endText(run)],
    ['Counts', countsText(run)],
  ];
  const rows = pairs.map((pair) => [
    pairWords(pair, run),
    pairText(pair, users, isBack),
    ...(told.size === 0 ? [] : [told.get(pair.source) ?? '']),
    pair.reason ?? '',
  ]);
  return [
    `Run ${id}`,
    ...[...alignColumns(facts), ...(left === null ? [] : [left]), ''].map((line) => `  ${line}`.trimEnd()),
    ...alignColumns(rows, { ascii }),
  ];
}

function endText({ state, finishedAt }: Run): string {
  if (finishedAt !== null) return timeText(finishedAt);
  return state === 'interrupted' ? 'broke off' : 'not yet';
}
