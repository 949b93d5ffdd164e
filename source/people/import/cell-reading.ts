import { cutText } from '../../model/finding.ts';
import type { ProblemCode } from '../../model/pair.ts';
import type { ProfileValue } from '../../model/user.ts';

/** Why a cell could not be read: a sentence, and what to do. */
export interface CellFault {
  code: ProblemCode;
  message: string;
  cure: string;
}

/** What a cell holds (null: nothing), or why it could not be read. The same cell may give the same object. */
export type CellReading = { value: ProfileValue | null } | CellFault;

/** Reads the cells of one column, formula guards already taken off. */
export type CellReader = (text: string) => CellReading;

/** The reading of a cell without a value. */
export const NO_VALUE: CellReading = { value: null };

/** “text”, cut to what fits into a sentence. */
export function quoteCell(text: string): string {
  return `“${cutText(text, 60)}”`;
}
