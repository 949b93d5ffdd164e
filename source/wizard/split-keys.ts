import { graphemes } from '../model/visible-text.ts';

export const ESCAPE = '\u001B';
export const PASTE_START = '\u001B[200~';
const PASTE_END = '\u001B[201~';

/** Escape itself as one unmistakable sequence, so that Ink need not wait for a rest that never comes. */
export const ESCAPE_KEY = '\u001B[27u';

/** A whole CSI or SS3 sequence, with the Linux console's `ESC[[A` and rxvt's `ESC[2$`. */
const SEQUENCE = /^(?:\u001B\[(?:[2-8]\$|\[?[0-?]*[ -/]*[@-~])|\u001BO[0-9;]*[@-~])/;
const UNFINISHED = /^(?!\u001B\[[2-8]\$)\u001B(?:\[\[?[0-?]*[ -/]*|O[0-9;]*)?$/;

/** Alt with Backspace; Escape before any other control is Escape and then that key. */
const META_ERASERS = ['\u007F', '\u0008'];

function isControl(character: string): boolean {
  return character < ' ' || character === '\u007F';
}

function splitPlain(text: string): string[] {
  return text
    .split(/([\0-\x1f\x7f])/)
    .flatMap((part) => (part === '' ? [] : isControl(part) ? [part === '\n' ? '\r' : part] : graphemes(part)));
}

/** The key at the start of `input`, which starts with ESC, and its length; null: more bytes are needed to tell. */
function takeEscape(input: string): { key: string; length: number } | null {
  if (input.startsWith(PASTE_START)) {
    const end = input.indexOf(PASTE_END);
    if (end === -1) return null;
    const length = end + PASTE_END.length;
    return { key: input.slice(0, length), length };
  }
  if (UNFINISHED.test(input)) return null;
  const sequence = SEQUENCE.exec(input)?.[0];
  if (sequence !== undefined) return { key: sequence, length: sequence.length };
  const next = String.fromCodePoint(input.codePointAt(1) ?? 0);
  if (isControl(next) && !META_ERASERS.includes(next)) return { key: ESCAPE_KEY, length: 1 };
  return { key: ESCAPE + next, length: 1 + next.length };
}

/**
 * Terminal input as single keys: characters as a reader sees them, escape sequences and bracketed pastes whole, a line
 * feed as Enter (`\r`), Escape as `ESCAPE_KEY`. `rest` is the beginning of a key whose end has not come yet.
 */
export function splitKeys(input: string): { keys: string[]; rest: string } {
  const keys: string[] = [];
  let rest = input;
  while (rest !== '') {
    const at = rest.indexOf(ESCAPE);
    if (at !== 0) {
      const plain = at === -1 ? rest : rest.slice(0, at);
      keys.push(...splitPlain(plain));
      rest = rest.slice(plain.length);
      continue;
    }
    const taken = takeEscape(rest);
    if (taken === null) break;
    keys.push(taken.key);
    rest = rest.slice(taken.length);
  }
  return { keys, rest };
}

/** What an unfinished key means once nothing follows: Escape, the paste so far, or (a broken sequence) nothing. */
export function finishKey(rest: string): string[] {
  if (rest === ESCAPE) return [ESCAPE_KEY];
  return rest.startsWith(PASTE_START) ? [rest + PASTE_END] : [];
}
