import { isCommonWord } from './common-words.ts';
import { foldName, foldWithPlaces } from './folded-text.ts';
import { type Found, NameLookup, wordsOf } from './name-lookup.ts';
import { OWN_WORDS } from './own-words.ts';
import { isStandIn, SOME_ACCOUNT, SOME_ADDRESS, SOMEBODY } from './stand-in.ts';

/** What is shown instead of a name; `id`: of whom, null: of an operator, an account, a column, or of nobody in particular. */
interface Instead {
  id: number | null;
  text: string;
}

const ADDRESS = /[^\s@"'“”‘’<>(),;:/]+@[^\s@"'“”‘’<>(),;:/]+\.[^\s@"'“”‘’<>(),;:/.]+/gu;
const STAND_IN_ADDRESS = /^(?:person\d+|somebody)@example\.invalid$/;
/** Stand-ins of which a word may be what somebody is called. */
const SHOWN = /(\(name\)|\(heading \d+\)|[a-z]+\d*@example\.invalid)/;
/** "van" and "de": of such a name they are those of any sentence. */
const SMALL_WORD = /^\p{Ll}{2,3}$/u;
/** The ID in parentheses that stands behind a name. */
const ID_BEHIND = /^ \((\d+)\)/;

/** Every name that text may hold, and what is shown instead. */
export class NameTable {
  /** Full names, logins, addresses and numbers, without case and accents. */
  readonly #names = new NameLookup<Instead>();
  /** What stands alone, and is told from a word of a sentence only by being written as it is: names of one word, headings. */
  readonly #words = new NameLookup<Instead>();
  /** First and last names by themselves, without case and accents. */
  readonly #parts = new NameLookup<true>();

  /** Takes in a full name, a login, an address or a number of somebody. What two people share is nobody's in particular. */
  add(name: string, instead: Instead): void {
    const folded = foldName(name);
    if (folded === foldName(instead.text) || OWN_WORDS.has(folded)) return;
    set(this.#names, folded, instead);
  }

  /** Takes in what is all that somebody is called, or how a column is headed. */
  addWord(word: string, instead: Instead): void {
    if (word === instead.text) return;
    set(this.#words, word, instead);
  }

  /** Takes in a first or a last name by itself. */
  addPart(part: string): void {
    const folded = foldName(part).trim();
    const small = new Set(
      wordsOf(part)
        .filter((word) => SMALL_WORD.test(word))
        .map(foldName),
    );
    for (const name of [folded, ...wordsOf(folded).filter((word) => !small.has(word))]) {
      if (name.length > 1) this.#parts.set(name, true);
    }
  }

  /**
   * A sentence of ours with its names replaced. Behind a name an ID in parentheses tells whose it is, also where several
   * have that name.
   * @param nameOf what is shown for the full name of person `id`
   * @param isAgain whether the sentence holds stand-ins already, which are left also where somebody else is called so
   */
  replace(text: string, nameOf: (id: number) => string, isAgain = false): string {
    return this.#replace(text, nameOf, (name, isInPath) => isInPath || (isAgain && isStandIn(name)));
  }

  /**
   * A text that people wrote, with its names replaced, first and last names by themselves too, in whatever case and beside
   * whatever signs: rather a word too many than a name. Small words stay where they are written small.
   */
  replaceAll(text: string, nameOf: (id: number) => string): string {
    const pieces = this.#replace(text, nameOf, () => false).split(SHOWN);
    const insteadOf = ({ start, end }: Found<true>, piece: string) =>
      isCommonWord(piece.slice(start, end)) ? null : SOMEBODY;
    // Every second piece is a stand-in.
    return pieces
      .map((piece, place) => (place % 2 === 1 ? piece : swap(piece, findFolded(this.#parts, piece), insteadOf)))
      .join('');
  }

  /** @param stays whether what stands there as a name is left as it is */
  #replace(text: string, nameOf: (id: number) => string, stays: (name: string, isInPath: boolean) => boolean): string {
    const insteadOf =
      (isWhole: (value: Instead) => boolean, least: number) =>
      ({ start, end, value }: Found<Instead>, whole: string): string | null => {
        const name = whole.slice(start, end);
        if (stays(name, isInPath(whole, start, end))) return null;
        const told = ID_BEHIND.exec(whole.slice(end, end + 20))?.[1];
        if (told !== undefined && isWhole(value)) return nameOf(Number(told));
        return name.length < least ? null : value.text;
      };
    const isName = ({ text: shown }: Instead) => shown === SOMEBODY || shown.includes(' ');
    const isPerson = ({ id, text: shown }: Instead) => id !== null || shown === SOMEBODY;
    const named = swap(text, findFolded(this.#names, text), insteadOf(isName, 1));
    // One letter is somebody only where an ID stands behind it: sentences begin with "A".
    const alone = swap(named, this.#words.find(named), insteadOf(isPerson, 2));
    return alone.replaceAll(ADDRESS, (address) => (STAND_IN_ADDRESS.test(address) ? address : SOME_ADDRESS));
  }
}

function set(names: NameLookup<Instead>, name: string, instead: Instead): void {
  const known = names.get(name);
  const isSame = known?.id === instead.id && (known.id !== null || known.text === instead.text);
  if (known === undefined || isSame || known.text === SOME_ACCOUNT) names.set(name, instead);
  // Of an operator who is one of the people, too, it stays what the operator is called.
  else if (known.id !== null && ![SOMEBODY, SOME_ADDRESS, SOME_ACCOUNT].includes(instead.text)) {
    names.set(name, { id: null, text: name.includes('@') ? SOME_ADDRESS : SOMEBODY });
  }
}

/** `text` with what was found in it replaced; null: it stays. */
function swap<Value>(
  text: string,
  found: Iterable<Found<Value>>,
  insteadOf: (found: Found<Value>, text: string) => string | null,
): string {
  let replaced = '';
  let kept = 0;
  for (const each of found) {
    const instead = insteadOf(each, text);
    if (instead === null) continue;
    replaced += text.slice(kept, each.start) + instead;
    kept = each.end;
  }
  return replaced + text.slice(kept);
}

/** The names that stand in `text`, however they are written, by their places in it. */
function* findFolded<Value>(names: NameLookup<Value>, text: string): Generator<Found<Value>> {
  const folded = foldWithPlaces(text);
  for (const { start, end, value } of names.find(folded.text)) {
    yield { start: folded.startOf(start), end: folded.endOf(end), value };
  }
}

/** A word of a path is no name: paths are the operator's own, and are to be found again. */
function isInPath(text: string, start: number, end: number): boolean {
  const isSingle = !/\s/.test(text.slice(start, end));
  return isSingle && (text[start - 1] === '/' || text[end] === '/');
}
