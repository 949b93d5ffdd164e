import { makeUtf8Checker } from './detect-encoding.ts';
import { type Encoding, unitWidth } from './encoding.ts';
import { type Input, readPieces } from './open-input.ts';

const LF = 0x0a;
const CR = 0x0d;
const EXCERPT = 200;

/**
 * Counts the lines of a file (CRLF, LF and CR each end one, in quotes too) and picks out how line `wanted` begins, at
 * most 200 characters. For the words about a fault only.
 */
export async function surveyLines(
  input: Input,
  encoding: Encoding,
  wanted: number,
  signal?: AbortSignal,
): Promise<{ lastLine: number; excerpt: string }> {
  const width = unitWidth(encoding);
  const high = encoding.name === 'utf-16be' ? 0 : 1;
  const start: number[] = [];
  let line = 1;
  let before = -1;
  let sinceEnd = 0;
  for await (const piece of readPieces(input, encoding.bom, signal)) {
    for (let index = 0; index + width <= piece.length; index += width) {
      const unit = width === 1 ? (piece[index] ?? 0) : unitOf(piece[index + 1 - high], piece[index + high]);
      if (unit === LF || unit === CR) {
        if (!(unit === LF && before === CR)) line += 1;
        sinceEnd = 0;
      } else {
        sinceEnd += 1;
        if (line === wanted && start.length < EXCERPT * 4) {
          for (let byte = 0; byte < width; byte += 1) start.push(piece[index + byte] ?? 0);
        }
      }
      before = unit;
    }
  }
  const excerpt = new TextDecoder(encoding.name).decode(Uint8Array.from(start)).slice(0, EXCERPT);
  return { lastLine: Math.max(wanted, sinceEnd > 0 ? line : line - 1), excerpt };
}

function unitOf(low: number | undefined, high: number | undefined): number {
  return (low ?? 0) + (high ?? 0) * 256;
}

/** The line of the first byte that is not UTF-8, counted from 1, in a file that has one. */
export async function lineOfBadBytes(input: Input): Promise<number> {
  const checker = makeUtf8Checker();
  let line = 1;
  for await (const piece of readPieces(input, 0)) {
    let start = 0;
    while (start < piece.length) {
      const end = piece.indexOf(LF, start);
      const next = end === -1 ? piece.length : end + 1;
      if (!checker.accepts(piece.subarray(start, next))) return line;
      if (end !== -1) line += 1;
      start = next;
    }
  }
  return line;
}
