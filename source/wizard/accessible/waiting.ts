import type { Context } from '../../session/context.ts';
import { type State, stepNow } from '../state.ts';
import { taskLabel } from '../task-label.ts';
import { Patience } from './patience.ts';
import { progressLine } from './questions/ask-run.ts';
import { spokenText } from './spoken-text.ts';

/** Milliseconds between two lines of progress of a run, and after which slow work is told of. */
const AFTER = { progress: 30_000, work: 1000 };

/** What is said while somebody waits: that slow work is still going on, once, and how far a run is, again and again. */
export class Waiting {
  readonly #patience: Patience;
  #toldTask = 0;

  /** @param ring called when there may be something to say */
  constructor(wait: Context['wait'], ring: () => void) {
    this.#patience = new Patience(wait, ring);
  }

  /** The line to be said now, or null. */
  lineNow(state: State): string | null {
    const { task, run, progress } = state;
    if (task !== null) {
      if (task.id === this.#toldTask || !this.#patience.isUp(`work ${task.id}`, AFTER.work)) return null;
      this.#toldTask = task.id;
      return spokenText(taskLabel(task.job, progress));
    }
    const isWatched = stepNow(state) === 'run' && run?.state === 'running';
    return isWatched && this.#patience.isUp(`run ${run.id}`, AFTER.progress) ? progressLine(run) : null;
  }

  /** Waits for nothing any more. */
  leave(): void {
    this.#patience.leave();
  }
}
