import type { Encoding } from './encoding.ts';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** CRLF stands before CR, which it begins with. */
export const NEWLINES = ['\r\n', '\n', '\r'] as const;
export type Newline = (typeof NEWLINES)[number];

/** The most bytes that one row may have; an export of ours has about 300. */
export const ROW_BYTES = 262_144;

/** The most cells that one row may have; an export of ours has 31. */
export const ROW_CELLS = 1000;

/** Why the reading of a file ended before its end. */
export type FaultKind =
  | 'empty'
  | 'workbook'
  | 'bad-bytes'
  | 'unclosed-quote'
  | 'stray-quote'
  | 'row-too-long'
  | 'too-many-cells';

/** What could not be read, as a value. Nothing after it was read. */
export interface CsvFault {
  kind: FaultKind;
  /** The line on which the unreadable row starts, counted from 1; null: the whole file. */
  line: number | null;
  /** The last line of the file, for "lines n to m". */
  lastLine: number | null;
  /** The cell at which it happened, counted from 0, or null. */
  cell: number | null;
  /** How that line begins, at most 200 characters, or null. */
  excerpt: string | null;
}

/** What a CSV file turned out to be. */
export interface CsvFile {
  encoding: Encoding;
  delimiter: Delimiter;
  /** How its first line ends; the others may end otherwise. */
  newline: Newline;
  /** Size in bytes. */
  bytes: number;
  fault: CsvFault | null;
}
