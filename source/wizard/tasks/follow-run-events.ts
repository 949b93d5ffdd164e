import type { Dispatch } from 'react';
import { sentenceOf } from '../../errors.ts';
import type { RunEvent } from '../../model/run.ts';
import { followRun } from '../../worker/follow-run.ts';
import type { Action } from '../task.ts';
import type { Desk } from './desk.ts';

/** Milliseconds between two changes of the screen: a slow line carries 1 kB a second, and a new list of 80 × 24 is as much. */
const TELL_EVERY = 1500;

/** Hands the events of a run to the wizard, gathered for a while but for its end, until it ends or `signal` aborts. */
export async function followRunEvents(
  run: string,
  { context, session }: Desk,
  dispatch: Dispatch<Action>,
  signal: AbortSignal,
): Promise<void> {
  const { clock, wait } = context;
  const heard: RunEvent[] = [];
  let told = Number.NEGATIVE_INFINITY;
  const tell = () => {
    if (heard.length === 0 || signal.aborted) return;
    told = clock.monotonic();
    dispatch({ type: 'run-events', events: heard.splice(0), at: told });
  };
  let isWaiting = false;
  const tellLater = async () => {
    if (isWaiting) return;
    isWaiting = true;
    await wait(told + TELL_EVERY - clock.monotonic(), signal);
    isWaiting = false;
    tell();
  };
  try {
    for await (const events of followRun(session.store, run, signal, context)) {
      if (signal.aborted) return;
      heard.push(...events);
      const isDue = events.at(-1)?.event === 'run-finished' || clock.monotonic() - told >= TELL_EVERY;
      if (isDue) tell();
      else void tellLater();
    }
  } catch (error) {
    if (!signal.aborted) dispatch({ type: 'lost-sight', message: session.veil.text(sentenceOf(error)) });
  }
}
