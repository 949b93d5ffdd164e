import { CsvError, type Parser, parse } from 'csv-parse';
import { type CsvFault, type Delimiter, type FaultKind, type Newline, ROW_BYTES, ROW_CELLS } from './csv-file.ts';

/** Gets every row in order, blank ones too, with the line on which it starts; the first line of the file is 1. */
export type OnRow = (cells: string[], line: number) => void;

/** csv-parse behind the few calls that reading a file needs. */
export interface RowParser {
  /** @throws (rejects with) what `faultOf` understands */
  write(bytes: Buffer): Promise<void>;
  end(): Promise<void>;
  /** The fault that an error of `write` or `end` stands for; null: it is none. */
  faultOf(error: unknown): CsvFault | null;
}

/** Leaves csv-parse at once. */
export class RowFault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind) {
    super(kind);
    this.kind = kind;
  }
}

const FAULT_OF_PARSER: Partial<Record<string, FaultKind>> = {
  CSV_QUOTE_NOT_CLOSED: 'unclosed-quote',
  CSV_INVALID_CLOSING_QUOTE: 'stray-quote',
  INVALID_OPENING_QUOTE: 'stray-quote',
  CSV_MAX_RECORD_SIZE: 'row-too-long',
};

/** A parser of UTF-8 bytes without a mark, whose rows end with any of `newlines`. Keeps no row. */
export function makeRowParser(delimiter: Delimiter, newlines: readonly Newline[], onRow: OnRow): RowParser {
  let line = 1;
  let linesOfParser = 0;
  let bytesTaken = 0;
  let bytesFed = 0;
  const parser = parse({
    delimiter,
    // Written out, because csv-parse otherwise holds every row to the ending of the first.
    record_delimiter: [...newlines],
    relax_column_count: true,
    max_record_size: ROW_BYTES,
    on_record(cells: string[], info) {
      if (cells.length > ROW_CELLS) throw new RowFault('too-many-cells');
      const start = line;
      line += 1;
      // csv-parse counts a CRLF within quotes twice: its count tells that there are newlines, not how many.
      if (info.lines > linesOfParser + 1) line += countNewlines(cells);
      linesOfParser = info.lines;
      bytesTaken = info.bytes;
      onRow(cells, start);
      // Nothing is pushed on: the rows need no second buffer.
      return null;
    },
  });
  parser.resume();
  // The same error comes back through the callback of write or end.
  parser.on('error', () => undefined);
  return {
    async write(bytes) {
      bytesFed += bytes.length;
      await settle(parser, (done) => parser.write(bytes, done));
      // csv-parse does not count the delimiters of a row, so that a row of nothing else would grow without end.
      if (bytesFed - bytesTaken > ROW_BYTES * 2) throw new RowFault('row-too-long');
    },
    end: () => settle(parser, (done) => parser.end(done)),
    faultOf: (error) => faultOf(error, line, linesOfParser),
  };
}

async function settle(parser: Parser, act: (done: (error?: Error | null) => void) => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    act((error) => (error ? reject(parser.errored ?? error) : resolve()));
  });
}

function countNewlines(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}

function faultOf(error: unknown, line: number, linesOfParser: number): CsvFault | null {
  const fault = (kind: FaultKind, cell: number | null = null): CsvFault => {
    return { kind, line, lastLine: null, cell, excerpt: null };
  };
  if (error instanceof RowFault) return fault(error.kind);
  if (!(error instanceof CsvError)) return null;
  const kind = FAULT_OF_PARSER[error.code];
  if (kind === undefined) return null;
  const cell: unknown = Reflect.get(error, 'index');
  if (typeof cell !== 'number') return fault(kind);
  if (cell > ROW_CELLS) return fault('too-many-cells');
  const lines: unknown = Reflect.get(error, 'lines');
  // A row goes on over several lines only within quotes.
  const isOpen = kind === 'row-too-long' && typeof lines === 'number' && lines > linesOfParser + 1;
  return fault(isOpen ? 'unclosed-quote' : kind, cell);
}
