import { HandoverError } from '../errors.ts';
import { actorOf } from '../session/actor-of.ts';
import type { Context } from '../session/context.ts';
import { openSession, type Session } from '../session/open-session.ts';
import type { WorkerMessage } from '../worker/start-worker.ts';
import { work } from '../worker/work.ts';
import type { Command } from './command.ts';

/** `_worker RUN`: carries out a prepared run in this process, told to stop by a signal, deaf to a lost terminal. */
export const worker: Command = async (context, [run = ''], flags) => {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => stop.abort());
  process.on('SIGHUP', () => undefined);
  const session = await openOrTell(context);
  const { store, info, catalogue, operator } = session;
  const { clock, random, disk, pid } = context;
  const actor = actorOf(operator, context);
  return work({
    run,
    location: info.location,
    store,
    catalogue,
    operator,
    actor,
    clock,
    random,
    disk,
    pid,
    isUndoKnown: flags.isOn('undo-known'),
    stop: stop.signal,
    tell,
  });
};

async function openOrTell(context: Context): Promise<Session> {
  try {
    return await openSession(context);
  } catch (error) {
    if (error instanceof HandoverError) {
      const { kind, code, message, hint } = error;
      tell({ started: false, kind, code, message, hint });
    }
    throw error;
  }
}

/** A starter that is gone needs no answer. */
function tell(message: WorkerMessage): void {
  if (process.connected) process.send?.(message, () => undefined);
}
