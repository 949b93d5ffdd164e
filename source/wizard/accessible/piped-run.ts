import { runExitStatus } from '../../model/run-exit-status.ts';
import type { RunView } from '../run-view.ts';
import { type State, stepNow } from '../state.ts';
import type { Action } from '../task.ts';
import type { Asked } from './asked.ts';
import type { LineSource } from './line-source.ts';
import { startOf, takeLine } from './take-line.ts';

/**
 * What answers over a pipe mean to a run that is watched: whoever wrote them could not know how long it takes. What is
 * no answer to the run waits for its end, and where the input ends before it, the run is what the exit status tells of.
 */
export class PipedRun {
  readonly #isPiped: boolean;
  readonly #source: LineSource;
  #isOutOfSight = false;
  #toldLine = '';
  #outcome: RunView | null = null;

  constructor(stdin: { isTTY?: boolean }, source: LineSource) {
    this.#isPiped = stdin.isTTY !== true;
    this.#source = source;
  }

  /** Takes note of `action`. @param ended the run that was watched and has ended by it, if any */
  note(action: Action, ended: RunView | null): void {
    if (action.type === 'lost-sight') this.#isOutOfSight = true;
    if (action.type === 'run-events') this.#isOutOfSight = false;
    if (ended === null) return;
    this.#toldLine = '';
    this.#outcome = this.#isPiped && this.#source.hasClosed ? ended : null;
  }

  /** Whether a run is followed to its end though nobody can answer any more. */
  isFollowed(state: State): boolean {
    const isAtWork = stepNow(state) === 'run' && state.run?.state === 'running';
    return this.#isPiped && isAtWork && state.cover === null && !this.#isOutOfSight;
  }

  /** Whether the next line waits until the run that was asked about has ended. */
  holds(asked: Asked | null, state: State): boolean {
    const { next } = this.#source;
    if (next === undefined || asked === null || state.overlay !== null || !this.isFollowed(state)) return false;
    return takeLine(asked.question, next, asked.read).kind === 'refused';
  }

  /** That the next line waits, once; else null. */
  waitingText(): string | null {
    const { next = '' } = this.#source;
    if (next === this.#toldLine) return null;
    this.#toldLine = next;
    return `“${startOf(next.trim())}” is no answer to the run: it waits until the run has ended.`;
  }

  /** The exit status of a wizard whose input ended while a run was at work, at whose result it stands; else null. */
  exitStatus(state: State): number | null {
    const { result } = state;
    const isThere = stepNow(state) === 'result' || stepNow(state) === 'pairs';
    if (!isThere || this.#outcome === null || result?.run.id !== this.#outcome.id) return null;
    return runExitStatus(this.#outcome.state);
  }
}
