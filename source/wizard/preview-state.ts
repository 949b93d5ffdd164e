import type { Pair, Problem, Warning } from '../model/pair.ts';

export const ROWS_PER_PAGE = [10, 25, 50, 100] as const;
export type PreviewFilter = 'all' | 'pairs' | 'problems';

/** The rows of the file with what the checks say of them. */
export interface Match {
  pairs: readonly Pair[];
  skipped: number;
  problems: readonly Problem[];
  warnings: readonly Warning[];
  pairByLine: ReadonlyMap<number, Pair>;
  problemsByLine: ReadonlyMap<number, readonly Problem[]>;
  warningsByLine: ReadonlyMap<number, readonly Warning[]>;
}

export interface PreviewState {
  match: Match | null;
  filter: PreviewFilter;
  rowsPerPage: (typeof ROWS_PER_PAGE)[number];
  /** Whether the operator chose it; else it is as many as the window shows. */
  isPageChosen: boolean;
  /** Indexes into the file's rows that the filter lets through; null: all of them. */
  visible: readonly number[] | null;
  /** Which of the visible rows the cursor is on. */
  cursor: number;
}

/** What a file says, read in one direction. */
export interface Reading {
  pairs: number;
  problems: number;
  suspect: Warning | null;
  /** The first few pairs; without any, the first row that names two users. */
  examples: readonly { source: number; target: number }[];
}
