import { NEWLINES, type Newline } from './csv-file.ts';

const LF = 0x0a;
const CR = 0x0d;

/** Looks for the line endings in bytes that come in pieces, within quotes too. */
export interface NewlineDetector {
  look(piece: Buffer): void;
  /** Those that occur, a longer one before its own beginning: the fewer, the faster csv-parse is. */
  found(): Newline[];
}

/** For encodings in which LF and CR are one byte each. */
export function makeNewlineDetector(): NewlineDetector {
  const seen = new Set<Newline>();
  let endsWithCr = false;
  return {
    look(piece) {
      if (piece.length === 0) return;
      if (endsWithCr) seen.add(piece[0] === LF ? '\r\n' : '\r');
      for (let at = piece.indexOf(LF); at !== -1 && !seen.has('\n'); at = piece.indexOf(LF, at + 1)) {
        if (at === 0 ? !endsWithCr : piece[at - 1] !== CR) seen.add('\n');
      }
      for (
        let at = piece.indexOf(CR);
        at !== -1 && !(seen.has('\r') && seen.has('\r\n'));
        at = piece.indexOf(CR, at + 1)
      ) {
        if (at + 1 < piece.length) seen.add(piece[at + 1] === LF ? '\r\n' : '\r');
      }
      endsWithCr = piece[piece.length - 1] === CR;
    },
    found() {
      if (endsWithCr) seen.add('\r');
      return seen.size === 0 ? ['\n'] : NEWLINES.filter((newline) => seen.has(newline));
    },
  };
}
