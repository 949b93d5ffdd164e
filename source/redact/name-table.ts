import { SOME_ADDRESS, SOMEBODY } from './stand-in.ts';

/** What is shown instead of a name; `id`: of whom, null: of an operator or an account. */
interface Instead {
  id: number | null;
  text: string;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
const FIRST_WORD = /^[\p{L}\p{N}\p{M}]+/u;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const ADDRESS = /[^\s@"'“”‘’<>(),;:/]+@[^\s@"'“”‘’<>(),;:/]+\.[^\s@"'“”‘’<>(),;:/.]+/gu;

const STAND_IN = /^(?:person\d+|somebody)@example\.invalid$/;

/**
 * Every name that text may hold, and what is shown instead. To look through a text takes as long for fifty thousand
 * people as for ten: its words are looked up, not the names one by one.
 */
export class NameTable {
  /** By the folded name. */
  readonly #names = new Map<string, Instead>();
  /** The folded first word of names → their lengths, the longest first. */
  readonly #lengths = new Map<string, number[]>();
  /** First and last names by themselves, as they are written. */
  readonly #parts = new Set<string>();

  /** Takes in a full name, a login, an address or a number of somebody. What two people share is nobody's in particular. */
  add(name: string, instead: Instead): void {
    const folded = fold(name.trim());
    const first = startWord(folded);
    if (first === null || folded === fold(instead.text)) return;
    const known = this.#names.get(folded);
    const isShared =
      known !== undefined && (known.id !== instead.id || (known.id === null && known.text !== instead.text));
    this.#names.set(folded, isShared ? { id: null, text: folded.includes('@') ? SOME_ADDRESS : SOMEBODY } : instead);
    const lengths = this.#lengths.get(first) ?? [];
    if (lengths.includes(folded.length)) return;
    this.#lengths.set(
      first,
      [...lengths, folded.length].sort((left, right) => right - left),
    );
  }

  /** Takes in a first or a last name by itself. */
  addPart(part: string): void {
    if (part.length > 1) this.#parts.add(part);
    // Of "van der Berg" the small words are those of any sentence.
    for (const [word] of part.matchAll(WORDS)) if (word.length > 1 && !/^\p{Ll}/u.test(word)) this.#parts.add(word);
  }

  /**
   * A sentence of ours with its names replaced. Behind a name that several people have, an ID in parentheses tells whose
   * it is.
   * @param standInOf what is shown for the full name of person `id`
   */
  replace(text: string, standInOf: (id: number) => string): string {
    const folded = fold(text);
    let replaced = '';
    let place = 0;
    let kept = 0;
    for (const { index } of text.matchAll(WORDS)) {
      if (index < place) continue;
      const start = startOf(folded, index, place);
      const found = this.#find(folded, start) ?? (start === index ? null : this.#find(folded, index));
      if (found === null || isInPath(text, found.start, found.length)) continue;
      const { length, instead } = found;
      const told = /^ \((\d+)\)/.exec(text.slice(found.start + length, found.start + length + 20))?.[1];
      const isName = instead.text === SOMEBODY || instead.text.includes(' ');
      replaced += text.slice(kept, found.start);
      replaced += told !== undefined && isName ? standInOf(Number(told)) : instead.text;
      place = found.start + length;
      kept = place;
    }
    const named = replaced + text.slice(kept);
    return named.replaceAll(ADDRESS, (address) => (STAND_IN.test(address) ? address : SOME_ADDRESS));
  }

  /** A text that people wrote, with its names replaced, first and last names by themselves too. */
  replaceAll(text: string, standInOf: (id: number) => string): string {
    const named = this.replace(text, standInOf);
    return named.replaceAll(WORDS, (word) => (this.#parts.has(word) ? SOMEBODY : word));
  }

  /** The longest name that begins at `start` and ends with a word. */
  #find(folded: string, start: number): { start: number; length: number; instead: Instead } | null {
    const first = startWord(folded.slice(start, start + 200));
    for (const length of (first === null ? undefined : this.#lengths.get(first)) ?? []) {
      const instead = this.#names.get(folded.slice(start, start + length));
      if (instead === undefined || isWithinWord(folded, start + length)) continue;
      return { start, length, instead };
    }
    return null;
  }
}

/** Letters without case; a letter that is several then stays as it is, so that places in the text stay. */
function fold(text: string): string {
  const folded = text.toLowerCase();
  if (folded.length === text.length) return folded;
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}

/** What a name is looked up by: its first word, and the signs before it; null where it has none. */
function startWord(folded: string): string | null {
  const signs = /^[^\p{L}\p{N}\p{M}\s]*/u.exec(folded)?.[0] ?? '';
  const word = FIRST_WORD.exec(folded.slice(signs.length))?.[0];
  return word === undefined ? null : signs + word;
}

/** Where a name may begin that holds the word at `index`: at signs directly before it, but not before `least`. */
function startOf(folded: string, index: number, least: number): number {
  let start = index;
  while (start > least && !WORD.test(folded[start - 1] ?? ' ') && !/[\s"'“”‘’(<]/u.test(folded[start - 1] ?? ' '))
    start -= 1;
  return start;
}

function isWithinWord(text: string, end: number): boolean {
  return WORD.test(text[end] ?? ' ') && WORD.test(text[end - 1] ?? ' ');
}

/** A word of a path is no name: paths are the operator's own, and are to be found again. */
function isInPath(text: string, start: number, length: number): boolean {
  const isSingle = !/\s/.test(text.slice(start, start + length));
  return isSingle && (text[start - 1] === '/' || text[start + length] === '/');
}
