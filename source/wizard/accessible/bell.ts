/** Wakes whoever waits for news. What rings while nobody waits is news that was looked at before the waiting began. */
export class Bell {
  #wake: (() => void) | null = null;

  readonly ring = (): void => {
    this.#wake?.();
    this.#wake = null;
  };

  /** Resolves once it rings. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}
