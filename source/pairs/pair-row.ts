import type { CsvFile } from '../csv/csv-file.ts';
import type { Problem, Warning } from '../model/pair.ts';
import { trimSpaces } from '../model/trim-spaces.ts';

/** What a row says of the person in its From User ID, as it stands in the file; a missing column is null. */
export interface RowClaims {
  email: string | null;
  firstName: string | null;
  lastName: string | null;
}

/** One line of the file that is not blank. The id cells stand as they are written. */
export interface PairRow {
  /** The line on which it starts, the first line of the file being 1. */
  line: number;
  from: string;
  to: string;
  /** Only where the To User ID is filled: for A36. */
  claims: RowClaims | null;
  /** Where its cells are fewer or more than those of the heading line. */
  ragged: { cells: number; expected: number } | null;
}

/** A file of pairs, read but not yet compared with any store. */
export interface PairsFile extends CsvFile {
  /** The path as it was given. */
  file: string;
  headings: string[];
  rows: PairRow[];
  /** Of the file as a whole; those of its rows come from `matchPairs`. */
  problems: Problem[];
  warnings: Warning[];
}

/** The columns as our export names them. */
export const FROM_HEADING = 'From User ID';
export const TO_HEADING = 'To User ID';

/** Whether a row asks for a pair: its To User ID is filled (X10). */
export function isFilled(to: string): boolean {
  return trimSpaces(to) !== '';
}
