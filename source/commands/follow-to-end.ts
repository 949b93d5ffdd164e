import { headText } from '../audit/head-text.ts';
import { EXIT } from '../errors.ts';
import { bringsBack } from '../model/carries-again.ts';
import { leftOutText } from '../model/left-out-text.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run, RunEvent } from '../model/run.ts';
import { runExitStatus } from '../model/run-exit-status.ts';
import { nounOf } from '../model/run-words.ts';
import type { Context } from '../session/context.ts';
import { namePeople } from '../session/name-people.ts';
import type { Session } from '../session/open-session.ts';
import { readRunPlan } from '../session/read-run-plan.ts';
import { tellRowsDone } from '../session/tell-rows-done.ts';
import { waitForHead } from '../session/wait-for-head.ts';
import { planDone } from '../transfer/plan-left.ts';
import { undoneText } from '../transfer/undone-text.ts';
import { followRun } from '../worker/follow-run.ts';
import { describeEnd } from './describe-run.ts';
import { printAside, printJson, printLines } from './print.ts';
import { openProgressLine } from './progress-line.ts';

/**
 * Follows run `id` until it ends or the context is interrupted, which leaves the run at work: as JSON one event a
 * line, the last one with the head of the audit log, for people a count that moves and how it ended.
 * @param goOn gives the command that goes on with the run as it has ended, as it is typed
 * @returns the exit status
 */
export async function followToEnd(
  context: Context,
  session: Session,
  id: string,
  goOn: (run: Run) => string,
): Promise<number> {
  const { store, veil } = session;
  let last: RunEvent | undefined;
  let noun: string | undefined;
  const line = openProgressLine(context);
  // A program is told of every pair, whenever it comes in; people read of those settled before in the report.
  for await (const events of followRun(store, id, context.interrupt, context, context.json ? 'all' : 'new')) {
    last = events.at(-1) ?? last;
    noun ??= await nounIn(store, id);
    if (!context.json) line.show(progressText(last, noun));
    else for (const event of events) if (event.event !== 'run-finished') printJson(context, event);
  }
  line.clear();
  if (last?.event !== 'run-finished') {
    printAside(context, [`You have left; run ${id} goes on. Come back to it with: handover watch ${id}`]);
    return EXIT.interrupted;
  }
  const head = await waitForHead(store, id, context);
  const run = await store.run(id);
  const plan = run === null ? null : await planOf(run, session);
  if (context.json) {
    const leftOut = plan?.operation === 'import' ? { leftOut: plan.rows?.problems ?? 0 } : {};
    printJson(context, { ...last, ...leftOut, audit: head === null ? null : { lines: head.lines, head: head.hash } });
    return runExitStatus(last.state);
  }
  if (run !== null) {
    const users = await namePeople(run, { store, veil });
    const told = plan === null ? [] : tellOf(run, plan);
    printLines(context, [
      ...describeEnd(run, users, goOn(run), bringsBack(run, await store.runs()), told),
      ...(head === null ? [] : [headText(head)]),
    ]);
  }
  return runExitStatus(last.state);
}

/** The plan of an undo or an import, which tells more of it than the run does; null of others, and where it is lost. */
async function planOf(run: Run, session: Session): Promise<Plan | null> {
  if (run.undoOf === null && run.operation !== 'import') return null;
  try {
    return await tellRowsDone(await readRunPlan(session.info.location, run.id), run.id, session);
  } catch {
    return null;
  }
}

/** What an undo has put back, and of an import what of its file had no part in it, a line each. */
function tellOf(run: Run, plan: Plan): string[] {
  if (run.undoOf !== null) {
    return [`${nounOf(run) === 'row' ? 'In all' : 'Records'}: ${undoneText(planDone(plan, run))}.`];
  }
  const left = leftOutText(plan.rows?.problems ?? 0);
  return left === null ? [] : [left];
}

function progressText(event: RunEvent | undefined, noun: string): string {
  if (event === undefined) return '';
  const { done, failed, left } = event;
  return `${numberText(done + failed)} of ${numberText(done + failed + left)} ${noun}s, ${numberText(failed)} failed`;
}

async function nounIn(store: StorePort, id: string): Promise<string> {
  const run = await store.run(id);
  return run === null ? 'pair' : nounOf(run);
}
