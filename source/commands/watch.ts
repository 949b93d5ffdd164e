import { awaitStart } from '../session/await-start.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { findRun } from './find-run.ts';
import { followToEnd } from './follow-to-end.ts';
import { frozenGoOn } from './frozen-go-on.ts';

/** `watch [RUN]`: follows the run at work or about to be, or tells how a run ended. Reads only; any number may watch. */
export const watch: Command = async (context, [id]) => {
  const session = await openSession(context);
  const { store, veil, info } = session;
  const started = await awaitStart(store, id, context.interrupt, context);
  context.interrupt.throwIfAborted();
  const run = await findRun(store, id ?? started ?? undefined);
  return followToEnd(context, session, run.id, await frozenGoOn(info.location, run.id, veil));
};
