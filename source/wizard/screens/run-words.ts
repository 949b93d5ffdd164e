import { numberText } from '../../model/number-text.ts';
import { nounOf } from '../../model/run-words.ts';
import { goesBack, paceOf } from '../logic/run.ts';
import type { RunView } from '../run-view.ts';
import type { State } from '../state.ts';
import { tellPair } from '../tell-pair.ts';

/** "Run 2026-…: undo of 2026-…". */
export function runHeadline({ id, undoOf }: Pick<RunView, 'id' | 'undoOf'>): string {
  return undoOf === null ? `Run ${id}` : `Run ${id}: undo of ${undoOf}`;
}

/** "12 done, 0 failed, 228 left". */
export function progressText({ counts }: RunView): string {
  return `${numberText(counts.done)} done, ${numberText(counts.failed)} failed, ${numberText(counts.left)} left`;
}

/** "3.4 pairs a second, about 2 min left", of an import rows; null while there is nothing to go by. */
export function paceText(run: RunView): string | null {
  const pace = paceOf(run);
  return pace === null
    ? null
    : `${pace.rate.toFixed(1)} ${nounOf(run)}s a second, ${durationText(pace.secondsLeft)} left`;
}

/** The pair that is being carried. */
export function atWorkText(run: RunView, state: State): string {
  const now = run.pairs[run.counts.done + run.counts.failed];
  const isOver = now === undefined || run.state !== 'running';
  return isOver ? 'nothing any more' : tellPair(state, now, goesBack(state, run));
}

/** That the run needs nobody to watch it; or what would end it. */
export function leavingText({ world }: State): string {
  return world.loginWarning === null
    ? 'You may leave, quit or lose the connection: the run goes on by itself.'
    : `Warning: ${world.loginWarning}`;
}

function durationText(seconds: number): string {
  if (seconds < 1) return 'less than a second';
  if (seconds < 90) return `about ${Math.ceil(seconds)} s`;
  if (seconds < 5400) return `about ${Math.ceil(seconds / 60)} min`;
  return `about ${(seconds / 3600).toFixed(1)} h`;
}
