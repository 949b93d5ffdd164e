import stringWidth from 'string-width';
import { graphemes } from '../model/visible-text.ts';

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

/**
 * `stdout` for a terminal that shows only ASCII: accents fall off their letters, signs become their plain twins, and
 * whatever has none a "?" for each of its columns, so that all lines keep their width.
 */
export function asciiTerminal(stdout: NodeJS.WriteStream): NodeJS.WriteStream {
  return new Proxy(stdout, {
    get(terminal, name) {
      if (name === 'write') {
        return (chunk: string | Uint8Array, ...rest: never[]) =>
          terminal.write(typeof chunk === 'string' ? plainText(chunk) : chunk, ...rest);
      }
      const value: unknown = Reflect.get(terminal, name, terminal);
      return typeof value === 'function' ? value.bind(terminal) : value;
    },
  });
}

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
