import { permissionError } from '../model/permission-error.ts';
import { openSession } from '../session/open-session.ts';
import { stopRun } from '../worker/stop-run.ts';
import type { Command } from './command.ts';
import { findRun } from './find-run.ts';
import { printJson, printLines } from './print.ts';

/** `stop [RUN]`: asks the worker to end after the pair at work. @throws HandoverError as `stopRun` */
export const stop: Command = async (context, [id]) => {
  const { store, operator } = await openSession(context);
  const refusal = permissionError(operator, 'transfer-user-data');
  if (refusal !== null) throw refusal;
  const run = await findRun(store, id);
  await stopRun(store, run.id, context.host);
  if (context.json) printJson(context, { run: run.id, stopping: true });
  else printLines(context, [`Run ${run.id} ends after the pair at work. See it with: handover watch ${run.id}`]);
  return 0;
};
