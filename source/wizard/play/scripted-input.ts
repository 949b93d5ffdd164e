import { EventEmitter } from 'node:events';
import type { KeySource } from '../keyboard.ts';

/** The input of a terminal on which a script presses the keys; everything else of it goes on to `terminal`. */
export class ScriptedInput extends EventEmitter implements KeySource {
  readonly isTTY = true;
  readonly #terminal: KeySource;
  readonly #chunks: string[] = [];

  constructor(terminal: KeySource) {
    super();
    this.#terminal = terminal;
  }

  /** Sends what a terminal sends for a key. */
  send(bytes: string): void {
    this.#chunks.push(bytes);
    this.emit('readable');
  }

  read(): string | null {
    return this.#chunks.shift() ?? null;
  }

  setRawMode(isRaw: boolean): unknown {
    return this.#terminal.setRawMode?.(isRaw);
  }

  ref(): unknown {
    return this.#terminal.ref?.();
  }

  unref(): unknown {
    return this.#terminal.unref?.();
  }
}
