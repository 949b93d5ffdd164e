import type { Context } from '../../session/context.ts';

/** What the spectator sees of the play itself. */
export interface PlayLine {
  caption: string;
  /** The key pressed last, as it is called; '' before the first of a scene. */
  key: string;
  isPaused: boolean;
}

const INTERRUPTED = 'interrupted';

/** The pace of a play in the hands of its spectator: it rests between keys, is held, hurried on and left. */
export class PlayControls {
  #line: PlayLine = { caption: '', key: '', isPaused: false };
  #isHurried = false;
  #rest = new AbortController();
  #goOn: (() => void) | null = null;
  readonly #leave = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #wait: Context['wait'];
  readonly #speed: number;

  /** @param speed how many times as fast as is read with ease */
  constructor(wait: Context['wait'], speed: number) {
    this.#wait = wait;
    this.#speed = speed;
  }

  /** Aborted once the spectator has left. */
  get left(): AbortSignal {
    return this.#leave.signal;
  }

  /** Whether it was left by an interruption. */
  get isInterrupted(): boolean {
    return this.left.aborted && this.left.reason === INTERRUPTED;
  }

  /** A new scene: told, none of its keys pressed yet, at the ordinary pace. */
  begin(caption: string): void {
    this.#isHurried = false;
    this.#show({ caption, key: '' });
  }

  showKey(called: string): void {
    this.#show({ key: called });
  }

  /** Rests that many milliseconds at speed 1: longer while the play is held, not at all once the scene is hurried. */
  async rest(milliseconds: number): Promise<void> {
    if (this.#isHurried || this.left.aborted) return;
    this.#rest = new AbortController();
    await this.#wait(milliseconds / this.#speed, AbortSignal.any([this.#rest.signal, this.left]));
    if (!this.#line.isPaused || this.#isHurried || this.left.aborted) return;
    await new Promise<void>((resolve) => {
      this.#goOn = resolve;
    });
  }

  /** Holds the play, or lets it go on. */
  pause(): void {
    this.#show({ isPaused: !this.#line.isPaused });
    if (!this.#line.isPaused) this.#goOn?.();
  }

  /** What is left of the scene at once; a play that is held stays held before the next. */
  next(): void {
    this.#isHurried = true;
    this.#rest.abort();
    this.#goOn?.();
  }

  leave(isInterruption: boolean): void {
    this.#leave.abort(isInterruption ? INTERRUPTED : undefined);
    this.#goOn?.();
  }

  /** The line now; the same object until something of it changes. */
  readonly line = (): PlayLine => this.#line;

  /** Calls `listener` at each change; gives how to stop that. */
  readonly watch = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  #show(parts: Partial<PlayLine>): void {
    this.#line = { ...this.#line, ...parts };
    for (const listener of this.#listeners) listener();
  }
}
