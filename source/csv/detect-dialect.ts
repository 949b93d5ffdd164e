import { DELIMITERS, type Delimiter, type Newline } from './csv-file.ts';

/** How the rows of a file are parted. */
export interface Dialect {
  delimiter: Delimiter;
  newline: Newline;
  /** Whether its first line is no row, and only names the delimiter. */
  isDelimiterNamed: boolean;
}

/** A first line as Excel understands it: "sep=;". */
const NAMING_LINE = /^(?:"sep=([^"\r\n])"|sep=([^"\r\n]))(?=[\r\n]|$)/i;

/**
 * The delimiter that the first line of `sample` names, or else that of its heading line, and the line ending; both looked
 * for outside quotes.
 */
export function detectDialect(sample: string): Dialect {
  const naming = NAMING_LINE.exec(sample);
  if (naming === null) return { ...countDelimiters(sample), isDelimiterNamed: false };
  const found = countDelimiters(sample.slice(naming[0].length));
  const named = DELIMITERS.find((delimiter) => delimiter === (naming[1] ?? naming[2]));
  return { ...found, delimiter: named ?? found.delimiter, isDelimiterNamed: true };
}

function countDelimiters(sample: string): { delimiter: Delimiter; newline: Newline } {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let newline: Newline = '\n';
  let quoted = false;
  let filled = false;
  for (let index = 0; index < sample.length; index += 1) {
    const character = sample[index] ?? '';
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === '\n' || character === '\r') {
      newline = character === '\n' ? '\n' : sample[index + 1] === '\n' ? '\r\n' : '\r';
      if (filled) break;
    } else {
      filled = true;
      const count = counts.get(character);
      if (count !== undefined) counts.set(character, count + 1);
    }
  }
  let delimiter: Delimiter = ',';
  for (const candidate of DELIMITERS) {
    if ((counts.get(candidate) ?? 0) > (counts.get(delimiter) ?? 0)) delimiter = candidate;
  }
  return { delimiter, newline };
}
