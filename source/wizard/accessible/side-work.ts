import { type State, stepNow } from '../state.ts';
import type { Action } from '../task.ts';
import type { Desk } from '../tasks/desk.ts';
import { followRunEvents } from '../tasks/follow-run-events.ts';
import { followStore } from '../tasks/follow-store.ts';
import { runTask } from '../tasks/run-task.ts';

/** Where what others do to the store matters. */
const DOORS: readonly string[] = ['home', 'history', 'result', 'pairs', 'emptied'];

type Work = (signal: AbortSignal) => void;

/** What goes on beside the conversation, as the state wants it: slow work, the events of a run, a look at the store. */
export class SideWork {
  readonly #desk: Desk;
  readonly #dispatch: (action: Action) => void;
  readonly #running = new Map<string, { wish: string; leave: AbortController }>();

  constructor(desk: Desk, dispatch: (action: Action) => void) {
    this.#desk = desk;
    this.#dispatch = dispatch;
  }

  /** Begins what this state wants and is not done yet, and leaves what it wants no more. */
  follow(state: State): void {
    const { task, run } = state;
    this.#keep('task', task === null ? null : String(task.id), (signal) => {
      if (task === null) return;
      const onProgress = (share: number) => this.#dispatch({ type: 'task-progress', id: task.id, share });
      void runTask(task.id, task.job, this.#desk, signal, onProgress).then((action) => {
        if (!signal.aborted) this.#dispatch(action);
      });
    });
    const watched = run?.state === 'running' ? run.id : null;
    this.#keep('run', watched, (signal) => {
      if (watched !== null) void followRunEvents(watched, this.#desk, this.#dispatch, signal);
    });
    this.#keep('store', DOORS.includes(stepNow(state)) ? 'door' : null, (signal) => {
      void followStore(this.#desk, this.#dispatch, signal);
    });
  }

  /** Leaves all of it. */
  leave(): void {
    for (const { leave } of this.#running.values()) leave.abort();
    this.#running.clear();
  }

  #keep(what: string, wish: string | null, work: Work): void {
    const before = this.#running.get(what);
    if (before?.wish === wish || (before === undefined && wish === null)) return;
    before?.leave.abort();
    this.#running.delete(what);
    if (wish === null) return;
    const leave = new AbortController();
    this.#running.set(what, { wish, leave });
    work(leave.signal);
  }
}
