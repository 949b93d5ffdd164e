/** Signs with a plain twin of the same width. */
const TWINS: Readonly<Record<string, string>> = {
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
  '⟨': '<',
  '⟩': '>',
  '─': '-',
  '│': '|',
  ß: 's',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
};

/** What is written wider where there is room for that. */
const WIDER: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  þ: 'th',
  Þ: 'Th',
  '…': '...',
  '→': '->',
  '←': '<-',
  '↑': 'Up',
  '↓': 'Down',
  '≤': '<=',
  '≥': '>=',
};

/**
 * A sign of the same width that stands for `grapheme` where only ASCII is shown: "e" for "é", '"' for "“"; null where
 * ASCII has nothing like it.
 */
export function asciiTwin(grapheme: string): string | null {
  const twin = TWINS[grapheme];
  if (twin !== undefined) return twin;
  const letter = grapheme.normalize('NFD').replace(/\p{M}/gu, '');
  return letter === '' || /^[\x20-\x7e]$/.test(letter) ? letter : null;
}

/** Keys that are named together; "^v" would be read as Ctrl+V. */
const KEYS: Readonly<Record<string, string>> = { '↑↓': 'Up/Down', '←→': 'Left/Right' };

/** The text in ASCII, each sign as wide as it takes. @param lettersOf its user-perceived characters */
export function asciiLetters(text: string, lettersOf: (text: string) => readonly string[]): string {
  const named = text.replace(/↑↓|←→/g, (keys) => KEYS[keys] ?? keys);
  return named.replace(/[^\0-\x7f]+/g, (foreign) => lettersOf(foreign).map(asciiLetter).join(''));
}

/**
 * `grapheme` in ASCII, as wide as it takes: its twin, or each character that has none by its number, so that no two of
 * them look alike and each can be looked up: "<U+5065>".
 */
function asciiLetter(grapheme: string): string {
  return WIDER[grapheme] ?? asciiTwin(grapheme) ?? Array.from(grapheme, codeMark).join('');
}

/** "<U+00A0>": a character by its number. */
export function codeMark(character: string): string {
  return `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`;
}
