import { EXIT } from '../errors.ts';
import type { RunState } from './run.ts';

/** The exit status that a run in this state gives to whoever followed it. */
export function runExitStatus(state: RunState): number {
  if (state === 'succeeded' || state === 'running') return EXIT.done;
  return state === 'interrupted' ? EXIT.interrupted : EXIT['partly-failed'];
}
