import { readHead } from '../audit/read-head.ts';
import { EXIT } from '../errors.ts';
import { bringsBack } from '../model/carries-again.ts';
import { doingRun } from '../model/doing-run.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run, RunEvent } from '../model/run.ts';
import type { Context } from '../session/context.ts';
import { followRun } from '../worker/follow-run.ts';
import { describeEnd, runExitStatus } from './describe-run.ts';
import { headText } from './head-text.ts';
import { printAside, printJson, printLines } from './print.ts';

/** How often the audit log is looked at, in milliseconds. */
const LOOK_EVERY = 10;

/**
 * Follows run `id` until it ends or the context is interrupted, which leaves the run at work: as JSON one event a
 * line, for people a count that moves and how it ended.
 * @param goOn gives the command that goes on with the run as it has ended, as it is typed
 * @returns the exit status
 */
export async function followToEnd(
  context: Context,
  store: StorePort,
  id: string,
  goOn: (run: Run) => string,
): Promise<number> {
  let last: RunEvent | undefined;
  for await (const events of followRun(store, id, context.interrupt, context)) {
    last = events.at(-1) ?? last;
    if (context.json) for (const event of events) printJson(context, event);
    else showProgress(context, last);
  }
  if (context.isTerminal && !context.json) context.stderr.write('\r\u001B[K');
  if (last?.event !== 'run-finished') {
    printAside(context, [`You have left; run ${id} goes on. Come back to it with: handover watch ${id}`]);
    return EXIT.interrupted;
  }
  const run = await store.run(id);
  if (!context.json && run !== null) {
    const users = new Map((await store.users()).map((user) => [user.id, user]));
    const log = await waitForHead(context, store, id);
    printLines(context, [
      ...describeEnd(run, users, goOn(run), bringsBack(run, await store.runs())),
      ...(log === null ? [] : [log]),
    ]);
  }
  return runExitStatus(last.state);
}

/** The head of the audit log once the run's worker has said all there; null where it is gone before it could. */
async function waitForHead(context: Context, store: StorePort, run: string): Promise<string | null> {
  for (;;) {
    // Asked first: what a worker wrote that is gone by now is then read as well.
    const holder = await store.holder();
    const head = await readHead(store, context.disk).catch(() => null);
    if (head?.isAnchored) return headText(head);
    if (holder?.doing !== doingRun(run) || context.interrupt.aborted) return null;
    await context.wait(LOOK_EVERY, context.interrupt);
  }
}

/** One line that is written over and over; nothing where there is no terminal to move back on. */
function showProgress({ isTerminal, stderr }: Context, event: RunEvent | undefined): void {
  if (!isTerminal || event === undefined) return;
  const { done, failed, left } = event;
  stderr.write(`\r\u001B[K${done + failed} of ${done + failed + left} pairs, ${failed} failed`);
}
