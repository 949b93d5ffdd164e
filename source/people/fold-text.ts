/** Accents, Hebrew points and Arabic vowel signs once decomposed, apostrophes, and what takes no room. */
const IGNORED =
  /['\u2018\u2019\u02BC`\u00B4\u0640\p{Cf}]|[\u0300-\u036F\u0591-\u05C7\u0610-\u061A\u064B-\u065F\u0670]/gu;

/** Letters that do not decompose into a plain one and an accent. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');

/** `text` as searches compare it: no case, no accents, no apostrophes, full-width and other variants as their plain letters. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (/^[\0-\x7F]*$/.test(lower)) return lower.replace(/['`]/g, '');
  return lower
    .normalize('NFKD')
    .toLowerCase()
    .replace(IGNORED, '')
    .replace(SPECIAL, (letter) => PLAIN[letter] ?? letter);
}
