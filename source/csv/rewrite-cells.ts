import { isAscii, isUtf8 } from 'node:buffer';
import { HandoverError } from '../errors.ts';
import { createFile } from './create-file.ts';
import type { Delimiter } from './csv-file.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding, surveyAs } from './detect-encoding.ts';
import { encodeText } from './encode-text.ts';
import { type Encoding, type EncodingName, unitWidth } from './encoding.ts';
import { openInput } from './open-input.ts';
import { readSample } from './read-rows.ts';

/** Line on which a row starts → cell, counted from 0 → its new text, as it is to be read. */
export type CellEdits = ReadonlyMap<number, ReadonlyMap<number, string>>;

export interface RewriteOptions {
  /** Whether a file that is there is replaced. */
  force?: boolean | undefined;
  /** What somebody has said of the file, instead of what it looks like. */
  encoding?: EncodingName | undefined;
  delimiter?: Delimiter | undefined;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

/**
 * Copies a CSV file with some cells changed; every other byte stays as it was: encoding, mark, quotes and line endings
 * too. It is never written over the file itself. A row that is too short gets the delimiters it lacks. Tells how many rows it changed.
 * @throws HandoverError `unreadable`, `not-encodable`, or as `createFile`
 */
export async function rewriteCells(
  path: string,
  outPath: string,
  edits: CellEdits,
  options: RewriteOptions,
): Promise<number> {
  const input = await openInput(path);
  try {
    const survey = await detectEncoding(input);
    const { encoding } = options.encoding === undefined ? survey : surveyAs(survey, options.encoding);
    const delimiter = options.delimiter ?? detectDialect(await readSample(input, encoding)).delimiter;
    const bytes = await input.handle.readFile();
    const { pieces, rowsChanged } = cutAndPaste(bytes, encoding, delimiter, edits);
    if (encoding.name === 'windows-1252' && looksLikeUtf8(Buffer.concat(pieces))) throw otherLetters(path);
    await createFile(outPath, { force: options.force, reads: [path] }, async (write) => {
      for (const piece of pieces) await write(piece);
    });
    return rowsChanged;
  } finally {
    await input.handle.close();
  }
}

/** Whether a reader would take the bytes for UTF-8, and so for other letters: those of a few words may happen to fit. */
function looksLikeUtf8(bytes: Buffer): boolean {
  return isUtf8(bytes) && !isAscii(bytes);
}

function otherLetters(path: string): HandoverError {
  return new HandoverError(
    'problems',
    'not-encodable',
    `The mended copy of “${path}” would be read as UTF-8, and so with other letters: it is in Windows-1252, and what it holds fits both.`,
    'Save the file as UTF-8 first, then open it again; or write one of the mended texts otherwise.',
  );
}

/** The bytes of the file as pieces: those that stay, and between them the new cells. */
function cutAndPaste(
  bytes: Buffer,
  encoding: Encoding,
  delimiter: string,
  edits: CellEdits,
): { pieces: Buffer[]; rowsChanged: number } {
  const width = unitWidth(encoding);
  const swapped = encoding.name === 'utf-16be';
  const delimiterUnit = delimiter.charCodeAt(0);
  const pieces: Buffer[] = [];
  let copied = 0;
  let line = 1;
  let rowLine = 1;
  let cell = 0;
  let cellStart = encoding.bom;
  let quoted = false;
  let rowsChanged = 0;

  const paste = (start: number, end: number, text: string): void => {
    pieces.push(bytes.subarray(copied, start), encodeText(text, encoding));
    copied = end;
  };
  const endCell = (end: number): void => {
    const text = edits.get(rowLine)?.get(cell);
    if (text !== undefined) paste(cellStart, end, quoteCell(text, delimiter));
  };
  const endRow = (end: number): void => {
    endCell(end);
    const row = edits.get(rowLine);
    if (row === undefined || row.size === 0) return;
    rowsChanged += 1;
    let added = '';
    for (let missing = cell + 1; missing <= Math.max(...row.keys()); missing += 1) {
      added += delimiter + quoteCell(row.get(missing) ?? '', delimiter);
    }
    if (added !== '') paste(end, end, added);
  };

  let position = encoding.bom;
  for (; position + width <= bytes.length; position += width) {
    const unit = unitAt(bytes, position, width, swapped);
    if (unit === QUOTE) quoted = !quoted;
    else if (unit === LF || unit === CR) {
      const isPair = unit === CR && unitAt(bytes, position + width, width, swapped) === LF;
      line += 1;
      if (!quoted) {
        endRow(position);
        rowLine = line;
        cell = 0;
      }
      if (isPair) position += width;
      if (!quoted) cellStart = position + width;
    } else if (unit === delimiterUnit && !quoted) {
      endCell(position);
      cell += 1;
      cellStart = position + width;
    }
  }
  if (cellStart < position || cell > 0) endRow(position);
  pieces.push(bytes.subarray(copied));
  return { pieces, rowsChanged };
}

/** In quotes where it would otherwise be read as something else. */
function quoteCell(text: string, delimiter: string): string {
  const isPlain = !text.includes(delimiter) && !/["\r\n]/.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}

/** The code unit at a byte offset; -1 after the end. */
function unitAt(bytes: Buffer, offset: number, width: 1 | 2, swapped: boolean): number {
  if (offset + width > bytes.length) return -1;
  if (width === 1) return bytes[offset] ?? -1;
  return swapped ? bytes.readUInt16BE(offset) : bytes.readUInt16LE(offset);
}
