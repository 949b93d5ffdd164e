/** For each of some texts, which letters a to z (bits 0 to 25 of `letters`) and digits (bits 0 to 9 of `digits`) it has. */
export interface TextMasks {
  letters: Int32Array;
  digits: Int32Array;
}

/** Whether a character code of folded text belongs to a word. */
export function isWordCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}

/** Masks of all characters of the texts (`anywhere`) and of those that begin a word (`starts`). Texts are folded. */
export function makeMasks(texts: readonly string[]): { anywhere: TextMasks; starts: TextMasks } {
  const empty = (): TextMasks => ({ letters: new Int32Array(texts.length), digits: new Int32Array(texts.length) });
  const [anywhere, starts] = [empty(), empty()];
  for (const [index, text] of texts.entries()) {
    let [letters, digits, firstLetters, firstDigits, isInWord] = [0, 0, 0, 0, false];
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const letter = code >= 97 && code <= 122 ? 1 << (code - 97) : 0;
      const digit = code >= 48 && code <= 57 ? 1 << (code - 48) : 0;
      letters |= letter;
      digits |= digit;
      if (!isInWord) {
        firstLetters |= letter;
        firstDigits |= digit;
      }
      isInWord = isWordCode(code);
    }
    anywhere.letters[index] = letters;
    anywhere.digits[index] = digits;
    starts.letters[index] = firstLetters;
    starts.digits[index] = firstDigits;
  }
  return { anywhere, starts };
}

/** A quick test of text number `index`: false only where it cannot hold all characters of `term`. */
export function makeMaskTest(masks: TextMasks, term: string): (index: number) => boolean {
  const { anywhere } = makeMasks([term]);
  const letters = anywhere.letters[0] ?? 0;
  const digits = anywhere.digits[0] ?? 0;
  return (index) => (letters & ~(masks.letters[index] ?? 0)) === 0 && (digits & ~(masks.digits[index] ?? 0)) === 0;
}
