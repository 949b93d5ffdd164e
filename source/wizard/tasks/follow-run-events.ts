import type { Dispatch } from 'react';
import { sentenceOf } from '../../errors.ts';
import type { RunEvent } from '../../model/run.ts';
import { followRun } from '../../worker/follow-run.ts';
import type { Action } from '../task.ts';
import type { Desk } from './desk.ts';

/** Hands the events of a run to the wizard, batch by batch, until it ends or `signal` aborts. */
export async function followRunEvents(
  run: string,
  { context, session }: Desk,
  dispatch: Dispatch<Action>,
  signal: AbortSignal,
): Promise<void> {
  const tell = (events: RunEvent[]) => dispatch({ type: 'run-events', events, at: context.clock.monotonic() });
  try {
    for await (const events of followRun(session.store, run, signal, context)) {
      if (signal.aborted) return;
      tell(events);
    }
  } catch (error) {
    if (!signal.aborted) dispatch({ type: 'lost-sight', message: session.veil.text(sentenceOf(error)) });
  }
}
