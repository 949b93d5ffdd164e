import { HandoverError } from '../errors.ts';
import { operationOfRun } from '../model/operation-of-run.ts';
import { permissionError } from '../model/permission-error.ts';
import { listToRetry } from '../model/run-standing.ts';
import { nounOf } from '../model/run-words.ts';
import { closeRun } from '../session/close-run.ts';
import type { Context } from '../session/context.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { stopRun } from '../worker/stop-run.ts';
import type { Command } from './command.ts';
import { countsText } from './describe-run.ts';
import { findRun } from './find-run.ts';
import { printJson, printLines } from './print.ts';

/**
 * `stop [RUN]`: asks the worker to end after the pair at work; with `--for-good` a run that was stopped or broke off is
 * ended, and what it has left stays left.
 * @throws HandoverError as `stopRun` or `closeRun`; `no-run-named`
 */
export const stop: Command = async (context, [id], flags) => {
  const session = await openSession(context);
  const { store, operator } = session;
  if (flags.isOn('for-good')) return stopForGood(id, session, context);
  const run = await findRun(store, id);
  const refusal = permissionError(operator, operationOfRun(run, await store.runs()));
  if (refusal !== null) throw refusal;
  await stopRun(store, run.id, context.host);
  if (context.json) printJson(context, { run: run.id, stopping: true });
  else
    printLines(context, [`Run ${run.id} ends after the ${nounOf(run)} at work. See it with: handover watch ${run.id}`]);
  return 0;
};

async function stopForGood(id: string | undefined, session: Session, context: Context): Promise<number> {
  if (id === undefined) {
    throw new HandoverError(
      'usage',
      'no-run-named',
      'Which run is to be ended for good was not said; nothing was changed.',
      'Name it, as in: handover stop RUN --for-good. List them with: handover runs',
    );
  }
  const run = await closeRun(id, session, context);
  if (context.json) printJson(context, run);
  else {
    const isRetried = listToRetry(run).length > 0 && run.operation !== 'import';
    printLines(context, [
      `Run ${run.id} has ended for good, ${countsText(run)}. What is left stays as it is.`,
      ...(isRetried ? [`To have it after all, as a new plan: handover retry ${run.id} --out rest.json`] : []),
    ]);
  }
  return 0;
}
