import { isUtf8 } from 'node:buffer';
import { NEWLINES, type Newline } from './csv-file.ts';
import { makeNewlineDetector } from './detect-newlines.ts';
import type { Encoding, EncodingName } from './encoding.ts';
import { type Input, readPieces } from './open-input.ts';

/** What one look at all bytes of a file tells. */
export interface ByteSurvey {
  encoding: Encoding;
  /** The line endings that may occur, a longer one before its own beginning. */
  newlines: readonly Newline[];
  /** It calls itself UTF-8 by its mark and has bytes that are not. */
  badBytes: boolean;
}

/**
 * Finds the encoding: a byte order mark; else the NUL pattern of UTF-16; else UTF-8 where every byte fits; else
 * windows-1252, which any bytes fit and which therefore is a guess.
 */
export async function detectEncoding(input: Input, signal?: AbortSignal): Promise<ByteSurvey> {
  const head = Buffer.alloc(Math.min(256, input.bytes));
  await input.handle.read(head, 0, head.length, 0);
  const marked = encodingOfMark(head) ?? encodingOfNulPattern(head);
  if (marked !== null && marked.name !== 'utf-8') return { encoding: marked, newlines: NEWLINES, badBytes: false };

  const checker = makeUtf8Checker();
  const detector = makeNewlineDetector();
  let valid = true;
  for await (const piece of readPieces(input, 0, signal)) {
    detector.look(piece);
    valid &&= checker.accepts(piece);
  }
  valid &&= checker.isComplete();
  const newlines = detector.found();
  if (marked !== null) return { encoding: marked, newlines, badBytes: !valid };
  const name = valid ? 'utf-8' : 'windows-1252';
  return { encoding: { name, bom: 0, guessed: !valid }, newlines, badBytes: false };
}

/** The same look where somebody has named the encoding: their word counts, and whether the bytes can be that is told. */
export function surveyAs(found: ByteSurvey, name: EncodingName): ByteSurvey {
  if (name === found.encoding.name) return { ...found, encoding: { ...found.encoding, guessed: false } };
  const isOther = found.encoding.name === 'windows-1252' || found.encoding.bom > 0;
  const newlines = name.startsWith('utf-16') ? NEWLINES : found.newlines;
  // A mark is no text, whatever the rest of the file is.
  const bom = name === 'windows-1252' ? found.encoding.bom : 0;
  return { encoding: { name, bom, guessed: false }, newlines, badBytes: name === 'utf-8' && isOther };
}

/** The encoding that a byte order mark at the start of `head` announces, or null. */
function encodingOfMark(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { name: 'utf-8', bom: 3, guessed: false };
  if (head[0] === 0xff && head[1] === 0xfe) return { name: 'utf-16le', bom: 2, guessed: false };
  if (head[0] === 0xfe && head[1] === 0xff) return { name: 'utf-16be', bom: 2, guessed: false };
  return null;
}

/** UTF-16 without a mark: a heading of mostly ASCII letters has a NUL in every second byte. */
function encodingOfNulPattern(head: Buffer): Encoding | null {
  const units = Math.floor(head.length / 2);
  if (units < 2) return null;
  let even = 0;
  let odd = 0;
  for (let index = 0; index < units * 2; index += 2) {
    if (head[index] === 0) even += 1;
    if (head[index + 1] === 0) odd += 1;
  }
  if (odd > units * 0.6 && even < units * 0.1) return { name: 'utf-16le', bom: 0, guessed: true };
  if (even > units * 0.6 && odd < units * 0.1) return { name: 'utf-16be', bom: 0, guessed: true };
  return null;
}

/** Checks pieces one after the other; a character may begin in one and end in the next. */
export function makeUtf8Checker(): { accepts(piece: Buffer): boolean; isComplete(): boolean } {
  let tail: Buffer = Buffer.alloc(0);
  return {
    accepts(piece) {
      const bytes = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
      const whole = wholeCharacters(bytes);
      tail = Buffer.from(bytes.subarray(whole));
      return isUtf8(bytes.subarray(0, whole));
    },
    isComplete: () => tail.length === 0,
  };
}

/** How many of the bytes belong to UTF-8 characters that end within them. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return back < needed ? bytes.length - back : bytes.length;
    }
  }
  return bytes.length;
}
