import stringWidth from 'string-width';
import { asciiTwin } from './ascii-letter.ts';
import { graphemes } from './visible-text.ts';

/**
 * The text in ASCII, each sign as wide as before: for what is laid out already. Letters that ASCII has nothing like
 * become “?”, so text of people goes through `visibleText` for ASCII first, which gives each of them its number.
 */
export function plainText(text: string): string {
  return text.replace(/[^\0-\x7f]+/gu, (foreign) => graphemes(foreign).map(plainGrapheme).join(''));
}

function plainGrapheme(grapheme: string): string {
  const twin = asciiTwin(grapheme);
  return twin === null || twin === '' ? '?'.repeat(stringWidth(grapheme)) : twin;
}
