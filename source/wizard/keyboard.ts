import { EventEmitter } from 'node:events';
import { StringDecoder } from 'node:string_decoder';
import type { Key } from 'ink';
import { ESCAPE, finishKey, PASTE_START, splitKeys } from './split-keys.ts';

/** One key as reducers get it. `text` is what it types, '' for keys that type nothing. */
export interface KeyPress {
  name: string;
  text: string;
}

/** What the keyboard needs of a terminal's input: process.stdin has it. */
export interface KeySource {
  isTTY?: boolean;
  on(event: 'readable', listener: () => void): unknown;
  removeListener(event: 'readable', listener: () => void): unknown;
  read(): string | Buffer | null;
  setRawMode?(isRaw: boolean): unknown;
  ref?(): unknown;
  unref?(): unknown;
}

/** Milliseconds to wait for the rest of: a lone ESC; a sequence that has begun; a paste whose end is missing. */
const PATIENCE = { escape: 20, sequence: 200, paste: 1000 };

function patienceFor(rest: string): number {
  if (rest === ESCAPE) return PATIENCE.escape;
  return rest.startsWith(PASTE_START) ? PATIENCE.paste : PATIENCE.sequence;
}

class KeyboardStdin extends EventEmitter {
  readonly isTTY: boolean;
  readonly #source: KeySource;
  readonly #decoder = new StringDecoder('utf8');
  #rest = '';
  #queue: string[] = [];
  #ready: string | null = null;
  #turn: NodeJS.Immediate | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(source: KeySource) {
    super();
    this.#source = source;
    this.isTTY = source.isTTY === true;
    this.on('newListener', (event) => {
      if (event !== 'readable' || this.listenerCount('readable') > 0) return;
      source.on('readable', this.#take);
      this.#next();
    });
    this.on('removeListener', (event) => {
      if (event === 'readable' && this.listenerCount('readable') === 0) source.removeListener('readable', this.#take);
    });
  }

  readonly #take = (): void => {
    clearTimeout(this.#timer);
    for (let chunk = this.#source.read(); chunk !== null; chunk = this.#source.read()) {
      const { keys, rest } = splitKeys(this.#rest + (typeof chunk === 'string' ? chunk : this.#decoder.write(chunk)));
      this.#queue.push(...keys);
      this.#rest = rest;
    }
    // Once the time is up, bytes that came meanwhile are read first: timers run before input.
    if (this.#rest !== '')
      this.#timer = setTimeout(() => setImmediate(this.#giveUp, this.#rest), patienceFor(this.#rest));
    this.#next();
  };

  readonly #giveUp = (rest: string): void => {
    if (this.#rest !== rest) return;
    this.#rest = '';
    this.#queue.push(...finishKey(rest));
    this.#next();
  };

  #next(): void {
    if (this.#turn === undefined && this.#queue.length > 0) this.#turn = setImmediate(this.#emitKey);
  }

  readonly #emitKey = (): void => {
    this.#turn = undefined;
    // Keys typed while nothing listens (between two screens) wait for the next listener.
    if (this.listenerCount('readable') === 0) return;
    this.#ready = this.#queue.shift() ?? null;
    this.emit('readable');
    this.#next();
  };

  read(): string | null {
    const key = this.#ready;
    this.#ready = null;
    return key;
  }

  setRawMode(isRaw: boolean): this {
    this.#source.setRawMode?.(isRaw);
    return this;
  }

  setEncoding(): this {
    return this;
  }

  ref(): this {
    this.#source.ref?.();
    return this;
  }

  unref(): this {
    this.#source.unref?.();
    return this;
  }
}

/**
 * A stdin for Ink's render() on top of the terminal's: whatever way the bytes arrive, it hands over one key a macrotask,
 * so that React has drawn the effect of a key before the next one is handled. Raw mode, ref and unref go through.
 */
export function keyboardStdin(source: KeySource): NodeJS.ReadStream {
  // Ink uses of a stdin exactly what KeyboardStdin has.
  return new KeyboardStdin(source) as unknown as NodeJS.ReadStream;
}

const FLAGGED: [keyof Key, string][] = [
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['return', 'enter'],
  ['escape', 'escape'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
];

/** A pasted text (Ink's usePaste) as a key press. */
export function pasteKey(text: string): KeyPress {
  return { name: 'paste', text };
}

/**
 * What Ink's useInput hands over, as one key press: `up` … `end`, `enter`, `escape`, `tab`, `shift-tab`, `backspace`,
 * `delete`, `space`, `ctrl-c`, `alt-backspace`, `alt-x`, `char` (one character), `paste` (several), `unknown`.
 */
export function nameKey(input: string, key: Key): KeyPress {
  if (key.eventType === 'release') return { name: 'unknown', text: '' };
  const flagged = FLAGGED.find(([flag]) => key[flag] === true)?.[1];
  const prefix = key.meta && key.escape !== true ? 'alt-' : '';
  if (flagged !== undefined) return { name: prefix + flagged, text: '' };
  if (key.tab) return { name: key.shift ? 'shift-tab' : 'tab', text: '' };
  if (input === '') return { name: 'unknown', text: '' };
  if (key.ctrl) return { name: `ctrl-${input === ' ' ? 'space' : input.toLowerCase()}`, text: '' };
  if (key.meta) return { name: `alt-${input.toLowerCase()}`, text: '' };
  if (input === ' ') return { name: 'space', text: ' ' };
  return { name: splitKeys(input).keys.length > 1 ? 'paste' : 'char', text: input };
}
