import { TextDecoder } from 'node:util';
import { type CsvFile, type Delimiter, type FaultKind, ROW_BYTES } from './csv-file.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding, surveyAs } from './detect-encoding.ts';
import type { Encoding, EncodingName } from './encoding.ts';
import { type Input, openInput, readPieces } from './open-input.ts';
import { makeRowParser, type OnRow, RowFault, type RowParser } from './row-parser.ts';
import { lineOfBadBytes, surveyLines } from './survey-lines.ts';

export interface ReadRowsOptions {
  onRow: OnRow;
  /** Gets how far the reading is, in bytes of the file. */
  onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** What somebody has said of the file, instead of what it looks like. */
  encoding?: EncodingName | undefined;
  delimiter?: Delimiter | undefined;
}

/**
 * Streams the rows of a CSV file: finds its encoding and delimiter (a first line such as Excel's
 * "sep=;" names it, and is no row), takes LF, CRLF and CR in any mixture, and keeps no
 * row itself. What cannot be read is returned as `fault`; the rows before it have been handed over by then.
 * @throws HandoverError `unreadable` where the file cannot be opened; the reason of `signal` once it aborts
 */
export async function readRows(path: string, options: ReadRowsOptions): Promise<CsvFile> {
  const input = await openInput(path);
  try {
    return await readInput(input, options);
  } finally {
    await input.handle.close();
  }
}

async function readInput(input: Input, options: ReadRowsOptions): Promise<CsvFile> {
  const survey = await detectEncoding(input, options.signal);
  const { encoding, newlines, badBytes } = options.encoding === undefined ? survey : surveyAs(survey, options.encoding);
  const sample = await readSample(input, encoding);
  const { isDelimiterNamed, ...found } = detectDialect(sample);
  const dialect = { ...found, delimiter: options.delimiter ?? found.delimiter };
  const file: CsvFile = { encoding, ...dialect, bytes: input.bytes, fault: null };
  const refuse = (kind: FaultKind, line: number | null = null): CsvFile => {
    return { ...file, fault: { kind, line, lastLine: null, cell: null, excerpt: null } };
  };
  if (input.bytes <= encoding.bom) return refuse('empty');
  if (sample.startsWith('PK\u0003\u0004')) return refuse('workbook');
  if (badBytes) return refuse('bad-bytes', await lineOfBadBytes(input));

  const rows = makeRowParser(
    dialect.delimiter,
    newlines,
    isDelimiterNamed ? behindFirst(options.onRow) : options.onRow,
  );
  try {
    await feed(input, encoding, rows, options);
    return file;
  } catch (error) {
    const fault = rows.faultOf(error);
    if (fault === null) throw error;
    const lines = await surveyLines(input, encoding, fault.line ?? 1, options.signal);
    return { ...file, fault: { ...fault, ...lines } };
  }
}

function behindFirst(onRow: OnRow): OnRow {
  return (cells, line) => {
    if (line > 1) onRow(cells, line);
  };
}

/** The start of the text, enough for the heading line; a broken character at its end does not matter. */
export async function readSample(input: Input, encoding: Encoding): Promise<string> {
  const bytes = Buffer.alloc(Math.min(ROW_BYTES, input.bytes));
  const { bytesRead } = await input.handle.read(bytes, 0, bytes.length, encoding.bom);
  return new TextDecoder(encoding.name).decode(bytes.subarray(0, bytesRead));
}

async function feed(input: Input, encoding: Encoding, rows: RowParser, options: ReadRowsOptions): Promise<void> {
  const decoder = encoding.name === 'utf-8' ? null : new TextDecoder(encoding.name, { fatal: true, ignoreBOM: true });
  let bytesRead = encoding.bom;
  for await (const piece of readPieces(input, encoding.bom, options.signal)) {
    await rows.write(decoder === null ? piece : Buffer.from(decode(decoder, piece, true)));
    bytesRead += piece.length;
    options.onProgress?.(bytesRead, input.bytes);
  }
  if (decoder !== null) await rows.write(Buffer.from(decode(decoder, Buffer.alloc(0), false)));
  await rows.end();
}

function decode(decoder: TextDecoder, bytes: Buffer, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch {
    throw new RowFault('bad-bytes');
  }
}
