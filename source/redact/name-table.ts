import { NameLookup, wordsOf } from './name-lookup.ts';
import { SOME_ADDRESS, SOMEBODY } from './stand-in.ts';

/** What is shown instead of a name; `id`: of whom, null: of an operator or an account. */
interface Instead {
  id: number | null;
  text: string;
}

const ADDRESS = /[^\s@"'“”‘’<>(),;:/]+@[^\s@"'“”‘’<>(),;:/]+\.[^\s@"'“”‘’<>(),;:/.]+/gu;
const STAND_IN = /^(?:person\d+|somebody)@example\.invalid$/;
/** "van" and "de": of such a name they are those of any sentence. */
const SMALL_WORD = /^\p{Ll}{2,3}$/u;

/** Every name that text may hold, and what is shown instead. */
export class NameTable {
  /** Full names, logins, addresses and numbers, without case. */
  readonly #names = new NameLookup<Instead>();
  /** First and last names by themselves, as they are written. */
  readonly #parts = new NameLookup<true>();

  /** Takes in a full name, a login, an address or a number of somebody. What two people share is nobody's in particular. */
  add(name: string, instead: Instead): void {
    const folded = fold(name);
    if (folded === fold(instead.text)) return;
    const known = this.#names.get(folded);
    const isOthers =
      known !== undefined && (known.id !== instead.id || (known.id === null && known.text !== instead.text));
    this.#names.set(folded, isOthers ? { id: null, text: folded.includes('@') ? SOME_ADDRESS : SOMEBODY } : instead);
  }

  /** Takes in a first or a last name by itself. */
  addPart(part: string): void {
    const words = wordsOf(part).filter((word) => !SMALL_WORD.test(word));
    for (const name of [part.trim(), ...words]) if (name.length > 1) this.#parts.set(name, true);
  }

  /**
   * A sentence of ours with its names replaced. Behind a name an ID in parentheses tells whose it is, also where several
   * have that name.
   * @param nameOf what is shown for the full name of person `id`
   */
  replace(text: string, nameOf: (id: number) => string): string {
    let replaced = '';
    let kept = 0;
    for (const { start, end, value } of this.#names.find(fold(text))) {
      if (isInPath(text, start, end)) continue;
      const told = /^ \((\d+)\)/.exec(text.slice(end, end + 20))?.[1];
      const isName = value.text === SOMEBODY || value.text.includes(' ');
      replaced += text.slice(kept, start) + (told !== undefined && isName ? nameOf(Number(told)) : value.text);
      kept = end;
    }
    const named = replaced + text.slice(kept);
    return named.replaceAll(ADDRESS, (address) => (STAND_IN.test(address) ? address : SOME_ADDRESS));
  }

  /** A text that people wrote, with its names replaced, first and last names by themselves too. */
  replaceAll(text: string, nameOf: (id: number) => string): string {
    const named = this.replace(text, nameOf);
    let replaced = '';
    let kept = 0;
    for (const { start, end } of this.#parts.find(named)) {
      replaced += named.slice(kept, start) + SOMEBODY;
      kept = end;
    }
    return replaced + named.slice(kept);
  }
}

/** Letter by letter without case; one that is several then stays as it is, so that places in the text stay. */
function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, (letter) =>
    letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter,
  ).join('');
}

/** A word of a path is no name: paths are the operator's own, and are to be found again. */
function isInPath(text: string, start: number, end: number): boolean {
  const isSingle = !/\s/.test(text.slice(start, end));
  return isSingle && (text[start - 1] === '/' || text[end] === '/');
}
