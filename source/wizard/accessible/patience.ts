import type { Context } from '../../session/context.ts';

/** Tells when something has taken long enough to be told of. */
export class Patience {
  readonly #wait: Context['wait'];
  readonly #ring: () => void;
  #now: { of: string; isUp: boolean; leave: AbortController } | null = null;

  /** @param ring called when the time is up */
  constructor(wait: Context['wait'], ring: () => void) {
    this.#wait = wait;
    this.#ring = ring;
  }

  /** Whether so many milliseconds have passed since this was first asked of `what`; then they begin anew. */
  isUp(what: string, milliseconds: number): boolean {
    if (this.#now?.of === what && this.#now.isUp) {
      this.#now = null;
      this.#begin(what, milliseconds);
      return true;
    }
    if (this.#now?.of !== what) this.#begin(what, milliseconds);
    return false;
  }

  /** Waits for nothing any more. */
  leave(): void {
    this.#now?.leave.abort();
    this.#now = null;
  }

  #begin(of: string, milliseconds: number): void {
    this.leave();
    const begun = { of, isUp: false, leave: new AbortController() };
    this.#now = begun;
    void this.#wait(milliseconds, begun.leave.signal).then(() => {
      if (begun.leave.signal.aborted) return;
      begun.isUp = true;
      this.#ring();
    });
  }
}
