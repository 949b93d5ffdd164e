import { constants, tmpdir } from 'node:os';
import { type IPty, spawn } from '@lydell/node-pty';
import type { Terminal as Emulator, IBufferLine } from '@xterm/headless';
import { hasSystemCode } from '../../source/errors.ts';
import { makeEmulator } from './emulator.ts';
import { bytesOfKey, type Key } from './key-bytes.ts';
import { PROGRAM, plainEnvironment } from './program.ts';

export interface TerminalOptions {
  /** Program and first arguments; the built handover unless given. */
  command?: readonly string[];
  args?: readonly string[];
  cols?: number;
  rows?: number;
  /** Added to a plain environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  /** Also the home folder of the program. */
  cwd?: string;
}

/** What a screen is looked at for: a text in it, a pattern, or any question about its rows. */
export type Sight = string | RegExp | ((screen: string[]) => boolean);

interface Waiter {
  isMet: () => boolean;
  met: (screen: string[]) => void;
  failed: (why: string) => void;
}

/**
 * A program in a real pseudo-terminal, with the screen that a person would see. Whatever asks about the screen sees
 * whole frames: all bytes received are interpreted first, and a synchronized update counts once it is complete.
 */
export class PseudoTerminal {
  /** Resolves when the program has ended and its last byte is on the screen. `signal` is null where none ended it. */
  readonly exited: Promise<{ exitCode: number; signal: string | null }>;
  readonly #pty: IPty;
  readonly #emulator: Emulator;
  readonly #waiters = new Set<Waiter>();
  readonly #chunks: Buffer[] = [];
  #cursorVisible = true;
  #connected = true;
  #ended = false;

  constructor({ command, args = [], cols = 80, rows = 24, env, cwd = tmpdir() }: TerminalOptions = {}) {
    const [program = process.execPath, ...first] = command ?? [process.execPath, PROGRAM];
    this.#emulator = makeEmulator(cols, rows);
    this.#watchCursor();
    const environment = plainEnvironment(cwd, env);
    this.#pty = spawn(program, [...first, ...args], { cols, rows, cwd, env: environment, encoding: null });
    this.#pty.onData((chunk) => this.#receive(chunk as unknown as Buffer)); // Bytes, for want of an encoding.
    this.#emulator.onData((answer) => this.send(answer));
    this.exited = new Promise((resolve) => {
      this.#pty.onExit(async ({ exitCode, signal }) => {
        this.#ended = true;
        this.#connected = false;
        await this.flushed();
        this.#lookAgain();
        for (const waiter of this.#waiters) waiter.failed(`the program ended (status ${exitCode}, signal ${signal})`);
        resolve({ exitCode, signal: signal ? nameOfSignal(signal) : null });
      });
    });
  }

  /** Presses keys, each on its own. A program that is busy may still find several in one read, as over a slow line. */
  press(...keys: Key[]): void {
    for (const key of keys) this.send(bytesOfKey(key, this.#emulator.modes.applicationCursorKeysMode));
  }

  /** Types `text`, one character at a time. */
  type(text: string): void {
    for (const character of text) this.send(character);
  }

  /** Pastes `text` as a terminal does: line ends become Enter, and bracketed where the program has asked for that. */
  paste(text: string): void {
    const lines = text.replace(/\r?\n/g, '\r');
    this.send(this.#emulator.modes.bracketedPasteMode ? `\x1b[200~${lines}\x1b[201~` : lines);
  }

  /** Sends `bytes` in one chunk: several keys at once. */
  send(bytes: string): void {
    if (this.#connected) this.#pty.write(bytes);
  }

  /** Sends several keys in one chunk, as key repeat over a slow line does. */
  pressAtOnce(...keys: Key[]): void {
    this.send(keys.map((key) => bytesOfKey(key, this.#emulator.modes.applicationCursorKeysMode)).join(''));
  }

  /**
   * Resolves with the rows of the first frame that shows `sight`, at once if it is there. Throws with the whole
   * screen when the program ends without it, or after `timeout` ms.
   */
  waitFor(sight: Sight, { timeout = 30_000 }: { timeout?: number } = {}): Promise<string[]> {
    return this.#wait(() => shows(this.screen(), sight), `never showed ${describeSight(sight)}`, timeout);
  }

  /** Resolves with the rows of the first frame that does not show `sight`. Throws as `waitFor` does. */
  waitForGone(sight: Sight, { timeout = 30_000 }: { timeout?: number } = {}): Promise<string[]> {
    return this.#wait(() => !shows(this.screen(), sight), `still shows ${describeSight(sight)}`, timeout);
  }

  /** The rows on the screen now, top to bottom, without the blanks at their ends. Await `flushed` before if in doubt. */
  screen(): string[] {
    const { cols, rows, buffer } = this.#emulator;
    const { active } = buffer;
    return Array.from({ length: rows }, (_, row) => textOf(active.getLine(active.baseY + row), cols));
  }

  /** The lines of the screen now with their colours, for a picture. */
  lines(): IBufferLine[] {
    const { active } = this.#emulator.buffer;
    const rows = Array.from({ length: this.#emulator.rows }, (_, row) => active.getLine(active.baseY + row));
    return rows.filter((line) => line !== undefined);
  }

  /** All that stands on the normal screen, what has scrolled away included: what is left after the alternate one. */
  normalScreenText(): string {
    const { normal } = this.#emulator.buffer;
    return Array.from({ length: normal.length }, (_, row) => textOf(normal.getLine(row)))
      .join('\n')
      .trimEnd();
  }

  /** Every byte that the program has sent so far. */
  output(): Buffer {
    return Buffer.concat(this.#chunks);
  }

  get bytesReceived(): number {
    return this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
  }

  get onAlternateScreen(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  get cursorVisible(): boolean {
    return this.#cursorVisible;
  }

  /** Whether the program has asked for pastes to be marked. */
  get marksPastes(): boolean {
    return this.#emulator.modes.bracketedPasteMode;
  }

  /** The process that was started. */
  get pid(): number {
    return this.#pty.pid;
  }

  get size(): { cols: number; rows: number } {
    return { cols: this.#emulator.cols, rows: this.#emulator.rows };
  }

  resize(cols: number, rows: number): void {
    this.#emulator.resize(cols, rows);
    this.#pty.resize(cols, rows);
  }

  /** Closes the terminal under the program, as a lost connection does: the kernel sends it SIGHUP. */
  hangUp(): void {
    this.#connected = false;
    // A second SIGHUP would follow the kernel's own.
    this.#pty.kill = () => {};
    (this.#pty as IPty & { destroy(): void }).destroy();
  }

  /** Ends the program, if it still runs, and resolves when it is gone. */
  async close(): Promise<void> {
    try {
      if (!this.#ended) process.kill(this.#pty.pid, 'SIGKILL');
    } catch (error) {
      if (!hasSystemCode(error, 'ESRCH')) throw error;
    }
    await this.exited;
    this.#emulator.dispose();
  }

  /** Resolves when every byte received so far is on the screen. */
  flushed(): Promise<void> {
    return new Promise((resolve) => this.#emulator.write('', resolve));
  }

  #receive(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#emulator.write(chunk, () => this.#lookAgain());
  }

  #lookAgain(): void {
    if (this.#emulator.modes.synchronizedOutputMode && !this.#ended) return;
    for (const waiter of this.#waiters) if (waiter.isMet()) waiter.met(this.screen());
  }

  async #wait(isMet: () => boolean, complaint: string, timeout: number): Promise<string[]> {
    await this.flushed();
    const { promise, resolve, reject } = Promise.withResolvers<string[]>();
    const failed = (why: string): void => reject(new Error(`The terminal ${complaint}: ${why}.\n${this.#drawn()}`));
    const waiter: Waiter = { isMet, met: resolve, failed };
    const alarm = setTimeout(() => failed(`waited ${timeout} ms`), timeout);
    this.#waiters.add(waiter);
    this.#lookAgain();
    if (this.#ended) failed('the program has ended');
    try {
      return await promise;
    } finally {
      clearTimeout(alarm);
      this.#waiters.delete(waiter);
    }
  }

  #drawn(): string {
    const edge = '-'.repeat(this.#emulator.cols);
    return [edge, ...this.screen(), edge].join('\n');
  }

  #watchCursor(): void {
    for (const [final, visible] of [['h', true] as const, ['l', false] as const]) {
      this.#emulator.parser.registerCsiHandler({ prefix: '?', final }, (parameters) => {
        if (parameters.includes(25)) this.#cursorVisible = visible;
        return false;
      });
    }
  }
}

/** Lines of a screen that was made narrower keep what stood beyond `cols`. */
const textOf = (line: IBufferLine | undefined, cols?: number): string =>
  line?.translateToString(true, 0, cols).trimEnd() ?? '';

const describeSight = (sight: Sight): string => (typeof sight === 'string' ? `"${sight}"` : String(sight));

const nameOfSignal = (number: number): string =>
  Object.entries(constants.signals).find(([, value]) => value === number)?.[0] ?? String(number);

function shows(screen: string[], sight: Sight): boolean {
  if (typeof sight === 'function') return sight(screen);
  const text = screen.join('\n');
  return typeof sight === 'string' ? text.includes(sight) : sight.test(text);
}
