import { openSession } from '../session/open-session.ts';
import { readRunPlan } from '../session/read-run-plan.ts';
import { locateRun } from '../worker/run-folder.ts';
import type { Command } from './command.ts';
import { goOnCommand } from './describe-run.ts';
import { findRun } from './find-run.ts';
import { followToEnd } from './follow-to-end.ts';

/** `watch [RUN]`: follows the run at work, or tells how a run ended. Reads only; any number may watch. */
export const watch: Command = async (context, [id]) => {
  const { store, info } = await openSession(context);
  const run = await findRun(store, id);
  const plan = await readRunPlan(info.location, run.id).catch(() => null);
  const goOn = goOnCommand(locateRun(info.location, run.id).plan, plan?.confirm ?? null);
  return followToEnd(context, store, run.id, goOn);
};
