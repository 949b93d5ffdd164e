import stringWidth from 'string-width';
import { graphemes } from './visible-text.ts';

/** Signs with a plain twin of the same width. */
const TWINS: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '…': '.',
  '·': '-',
  '×': 'x',
  '→': '>',
  '←': '<',
  '↑': '^',
  '↓': 'v',
  '≤': '<',
  '─': '-',
  '│': '|',
  ß: 's',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ı: 'i',
};

/** The text in ASCII, each sign as wide as before. */
export function plainText(text: string): string {
  return text.replace(/[^\0-\x7f]+/gu, (foreign) => graphemes(foreign).map(plainGrapheme).join(''));
}

function plainGrapheme(grapheme: string): string {
  const twin = TWINS[grapheme];
  if (twin !== undefined) return twin;
  const letter = grapheme.normalize('NFD').replace(/\p{M}/gu, '');
  return /^[\x20-\x7e]$/.test(letter) ? letter : '?'.repeat(stringWidth(grapheme));
}
