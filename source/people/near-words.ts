import { editDistance } from './edit-distance.ts';

/** Words at least this long may differ in one letter, or in two. */
const LEAST_FOR_ONE = 4;
const LEAST_FOR_TWO = 8;

/** Words that share so many others' letters are no sign of a slip; looking at all pairs of them would take for ever. */
const MOST_ALIKE = 100;

/** More words than an index can be told apart from a hash with, within a safe whole number. */
const MOST_WORDS = 2 ** 21;

/**
 * The words that are one letter apart, or two where both are long, by their places in `words`, each pair on both sides.
 * `words` are distinct. Two such words agree once one or two letters are left out of each: only those that do are
 * compared, so that the work grows with the number of words and not with its square.
 */
export function findNearWords(words: readonly string[]): Map<number, Map<number, number>> {
  const near = new Map<number, Map<number, number>>();
  const add = (one: number, other: number, distance: number) => {
    const known = near.get(one);
    if (known === undefined) near.set(one, new Map([[other, distance]]));
    else known.set(other, distance);
  };
  for (const [one, other] of candidates(words)) {
    if (near.get(one)?.has(other)) continue;
    const [left = '', right = ''] = [words[one], words[other]];
    const allowed = Math.min(left.length, right.length) >= LEAST_FOR_TWO ? 2 : 1;
    const distance = editDistance(left, right);
    if (distance > allowed) continue;
    add(one, other, distance);
    add(other, one, distance);
  }
  return near;
}

function* candidates(words: readonly string[]): Generator<[number, number]> {
  const keys = keysOf(words);
  for (let start = 0; start < keys.length; ) {
    const hash = Math.floor((keys[start] ?? 0) / MOST_WORDS);
    let end = start + 1;
    while (end < keys.length && Math.floor((keys[end] ?? 0) / MOST_WORDS) === hash) end += 1;
    if (end - start <= MOST_ALIKE) {
      for (let left = start; left < end; left += 1) {
        for (let right = left + 1; right < end; right += 1) {
          const [one, other] = [(keys[left] ?? 0) % MOST_WORDS, (keys[right] ?? 0) % MOST_WORDS];
          if (one !== other) yield [one, other];
        }
      }
    }
    start = end;
  }
}

/** In order: the hash of each word less no, one or two letters, and in its lowest bits the word's place. */
function keysOf(words: readonly string[]): Float64Array {
  const indexed = words.slice(0, MOST_WORDS);
  const keys = new Float64Array(indexed.reduce((sum, word) => sum + countOf(word), 0));
  let filled = 0;
  for (const [index, word] of indexed.entries()) {
    if (word.length < LEAST_FOR_ONE) continue;
    const add = (hash: number) => {
      keys[filled] = (hash >>> 0) * MOST_WORDS + index;
      filled += 1;
    };
    add(hashFrom(word, 0, START));
    let before = START;
    for (let first = 0; first < word.length; first += 1) {
      add(hashFrom(word, first + 1, before));
      let between = before;
      for (let second = first + 1; mayMissTwo(word) && second < word.length; second += 1) {
        add(hashFrom(word, second + 1, between));
        between = mix(between, word.charCodeAt(second));
      }
      before = mix(before, word.charCodeAt(first));
    }
  }
  return keys.sort();
}

function mayMissTwo({ length }: string): boolean {
  return length >= LEAST_FOR_TWO;
}

/** How many ways there are to leave letters out of a word. */
function countOf(word: string): number {
  const { length } = word;
  if (length < LEAST_FOR_ONE) return 0;
  return 1 + length + (mayMissTwo(word) ? (length * (length - 1)) / 2 : 0);
}

const START = 0x811c9dc5;

function mix(hash: number, letter: number): number {
  return Math.imul(hash ^ letter, 0x01000193);
}

/** 32 bits of the word's rest from a place on, behind what is in `hash` already. */
function hashFrom(word: string, start: number, hash: number): number {
  let mixed = hash;
  for (let index = start; index < word.length; index += 1) mixed = mix(mixed, word.charCodeAt(index));
  return mixed ^ (mixed >>> 15);
}
