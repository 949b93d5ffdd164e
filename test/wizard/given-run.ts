import type { Run, RunEvent } from '../../source/model/run.ts';
import type { State } from '../../source/wizard/state.ts';
import { after, atPhrase, finish, press, runOf, type } from './given.ts';

/** The run that `started` watches. */
export const ID = runOf().id;
type Counts = { done: number; failed: number; left: number };

/** The single transfer of `atPhrase` under way, as a run of four pairs. */
export function started(): State {
  return finish(press(type(atPhrase(), 'jenny.andrews'), 'enter'), { kind: 'start-run', run: runOf({ left: 4 }) });
}

/** Word of a pair that was done, with the counts after it. */
export function done(source: number, counts: Counts): RunEvent {
  return { event: 'pair-done', run: ID, source, target: source + 100, ...counts };
}

/** Word of a pair that failed. */
export function failed(source: number, counts: Counts): RunEvent {
  const why = { code: 'stale', reason: 'Changed meanwhile.' } as const;
  return { event: 'pair-failed', run: ID, source, target: source + 100, ...counts, ...why };
}

/** After the wizard has heard these events. */
export function hear(state: State, events: RunEvent[], at = 1000): State {
  return after(state, { type: 'run-events', events, at });
}

/** After the run has ended. */
export function ended(state: State): State {
  return hear(state, [{ event: 'run-finished', run: ID, state: 'finished-with-errors', done: 3, failed: 1, left: 0 }]);
}

/** At the result of the run that was started, which has come to this. */
export function atResult(parts: Parameters<typeof runOf>[0] = { done: 3, failed: 1 }): State {
  return shown(ended(started()), runOf(parts));
}

/** After the run that is being opened has come. */
export function shown(state: State, run: Run): State {
  return finish(state, { kind: 'open-run', run, done: null, showAs: 'result' });
}
