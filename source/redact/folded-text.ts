import { foldText } from '../people/fold-text.ts';

/** A letter with its accents, however many characters write it: Korean in its parts, and half-width marks, too. */
const LETTERS =
  /[\u1100-\u115F][\u1160-\u11A7][\u11A8-\u11FF]?|[^\p{M}\uFF9E\uFF9F][\p{M}\uFF9E\uFF9F]*|[\p{M}\uFF9E\uFF9F]+/gu;
/** Those of them that are no plain letter of ASCII. */
const UNUSUAL =
  /[\x00-\x7f][\p{M}\uFF9E\uFF9F]+|[\u1100-\u115F][\u1160-\u11A7][\u11A8-\u11FF]?|[^\x00-\x7f][\p{M}\uFF9E\uFF9F]*/gu;
const PLAIN = /^[\x00-\x7f]*$/;
const APOSTROPHE = /^['‘’ʼ´]\p{M}*$/u;
const BACKTICK = /^`\p{M}*$/u;

/** A text as names are looked up in it, and where its characters stand in the text that it was made of. */
export interface FoldedText {
  text: string;
  /** Where the letter that holds the character at `place` begins. */
  startOf(place: number): number;
  /** Where the letter before `place` ends. */
  endOf(place: number): number;
}

/** `foldName` of a text, with its places. */
export function foldWithPlaces(text: string): FoldedText {
  let isMoved = false;
  const folded = fold(text, (letter) => {
    const plain = foldLetter(letter);
    isMoved ||= plain.length !== 1 || letter.length !== 1;
    return plain;
  });
  return isMoved ? withPlaces(text) : { text: folded, startOf: same, endOf: same };
}

/**
 * A name or a text without case and accents, however they are written (composed or not, full-width, in capitals), with
 * all apostrophes the same; what takes no room is gone.
 */
export function foldName(name: string): string {
  return fold(name, foldLetter);
}

function fold(text: string, foldOne: (letter: string) => string): string {
  return PLAIN.test(text) ? text.toLowerCase() : text.replace(UNUSUAL, foldOne).toLowerCase();
}

const same = (place: number) => place;

function withPlaces(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const plain = foldLetter(letter);
    folded += plain;
    for (let count = 0; count < plain.length; count += 1) {
      starts.push(index);
      ends.push(index + letter.length);
    }
  }
  return {
    text: folded,
    startOf: (place) => starts[place] ?? text.length,
    endOf: (place) => ends[place - 1] ?? 0,
  };
}

const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

function foldLetter(letter: string): string {
  const before = known.get(letter);
  if (before !== undefined) return before;
  const folded = foldAnew(letter);
  if (known.size < MOST_KNOWN) known.set(letter, folded);
  return folded;
}

function foldAnew(letter: string): string {
  if (PLAIN.test(letter)) return letter.toLowerCase();
  if (APOSTROPHE.test(letter)) return "'";
  // Searches drop it; here it parts words.
  return BACKTICK.test(letter) ? '`' : foldText(letter).normalize('NFC');
}
