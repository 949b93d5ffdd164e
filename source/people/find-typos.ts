import uFuzzy from '@leeoniya/ufuzzy';

/** Shorter words are too easily one letter away from another. */
const LEAST_LENGTH = 4;

const ONE_ERROR = { intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 } as const;
const LATIN = new uFuzzy(ONE_ERROR);
const ANY_SCRIPT = new uFuzzy({
  ...ONE_ERROR,
  unicode: true,
  interSplit: String.raw`[^\p{L}\d']+`,
  intraSplit: String.raw`\p{Ll}\p{Lu}`,
  intraBound: String.raw`\p{L}\d|\d\p{L}|\p{Ll}\p{Lu}`,
  intraChars: String.raw`[\p{L}\d']`,
  intraContr: String.raw`'\p{L}{1,2}\b`,
});

/** Whether a word must be found as it stands. */
function isStrict(word: string): boolean {
  return word.length < LEAST_LENGTH || /\d/.test(word);
}

/** Bits of the letters a to z in `word`. */
function letters(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index++) {
    const letter = word.charCodeAt(index) - 97;
    if (letter >= 0 && letter < 26) mask |= 1 << letter;
  }
  return mask;
}

function isAtMostOneBit(mask: number): boolean {
  return (mask & (mask - 1)) === 0;
}

/** No name has a longer word, and the search for nearly the same grows fast with the length. */
const LONGEST = 32;

/** Finds the texts of `texts` that hold each word of a query with at most one wrong letter a word. */
export interface TypoFinder {
  /** Indexes into the texts, the nearest words first. `words` are folded; one with digits never has a typo. */
  find(words: readonly string[]): number[];
}

/**
 * Indexes the words of folded texts. Work goes by distinct word and not by text, so that a query over 100,000 names
 * stays within a few milliseconds.
 */
export function makeTypoFinder(texts: readonly string[]): TypoFinder {
  const places = new Map<string, number[]>();
  for (const [index, text] of texts.entries()) {
    for (const word of new Set(text.match(/\p{L}{3,}/gu))) {
      const known = places.get(word);
      if (known === undefined) places.set(word, [index]);
      else known.push(index);
    }
  }
  const vocabulary = [...places.keys()];
  const masks = Int32Array.from(vocabulary, letters);

  function similarWords(word: string): string[] {
    if (word.length > LONGEST) return [];
    const wanted = letters(word);
    const candidates: number[] = [];
    for (let index = 0; index < masks.length; index++) {
      if (isAtMostOneBit(wanted & ~(masks[index] ?? 0))) candidates.push(index);
    }
    const fuzzy = /^[a-z]+$/.test(word) ? LATIN : ANY_SCRIPT;
    const found = fuzzy.filter(vocabulary, word, candidates) ?? [];
    return found
      .map((index) => vocabulary[index] ?? '')
      .sort((left, right) => Math.abs(left.length - word.length) - Math.abs(right.length - word.length));
  }

  return {
    find(words) {
      const [strict, lenient] = [words.filter(isStrict), words.filter((word) => !isStrict(word))];
      const sets = lenient.map((word) => new Set(similarWords(word).flatMap((similar) => places.get(similar) ?? [])));
      const [first, ...others] = sets;
      return [...(first ?? [])].filter(
        (index) =>
          others.every((set) => set.has(index)) && strict.every((word) => texts[index]?.includes(word) === true),
      );
    },
  };
}
