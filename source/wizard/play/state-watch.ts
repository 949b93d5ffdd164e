import type { State } from '../state.ts';

interface Waiter {
  isThere: (state: State) => boolean;
  resolve: () => void;
}

/** Tells when the wizard has come to a state. */
export class StateWatch {
  #now: State | null = null;
  readonly #waiters = new Set<Waiter>();

  /** Takes the state that the wizard is in now. */
  readonly tell = (state: State): void => {
    this.#now = state;
    for (const waiter of this.#waiters) {
      if (!waiter.isThere(state)) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  };

  /** Resolves once the state is so, at once where it is already, or when `signal` aborts. */
  reached(isThere: (state: State) => boolean, signal: AbortSignal): Promise<void> {
    if (signal.aborted || (this.#now !== null && isThere(this.#now))) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters.add({ isThere, resolve });
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
}
