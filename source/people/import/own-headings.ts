import type { MappedColumn } from '../../model/mapping.ts';
import { foldText } from '../fold-text.ts';
import { headingKey } from './heading-synonyms.ts';

/** Whom a row of an export is about (A12). */
export const OWN_ID_HEADING = 'From User ID';

/** Columns of an export that say nothing about people (A12). */
const EXPORTED: ReadonlySet<string> = new Set([OWN_ID_HEADING, 'To User ID']);

/** The same without case and blanks, as a saved mapping finds its columns, and what may be read from each. */
const TRANSFER_KEYS: ReadonlyMap<string, MappedColumn['field'] | null> = new Map([
  ['fromuserid', 'User ID'],
  ['touserid', null],
]);

/** The two columns before those of a file of rows with problems. */
export interface ProblemHeadings {
  line: string;
  problem: string;
}

const PROBLEM_HEADING = /^(?:Line|Problem)(?: \(handover(?: \d+)?\))?$/;

/** Whether a column with this heading may be one of handover's own, wherever it stands. */
export function isOwnHeading(heading: string): boolean {
  return EXPORTED.has(heading) || PROBLEM_HEADING.test(heading);
}

/**
 * Whether a mapping makes a field of a column of transfers (From User ID, To User ID), which every export has: whoever
 * imports one would get user IDs into that field. Only the user ID itself may be read from From User ID.
 */
export function isTransferColumn({ heading, field }: Pick<MappedColumn, 'heading' | 'field'>): boolean {
  const allowed = TRANSFER_KEYS.get(foldText(heading).replace(/\s+/gu, ''));
  return allowed !== undefined && allowed !== field;
}

/**
 * Those headings of a file that are handover's own, which an import leaves out without a word: of an export, and of rows
 * with problems. A column of somebody else's that is called Line or Problem is none of them.
 */
export function ownHeadings(headings: readonly string[]): ReadonlySet<string> {
  const { line, problem } = findProblemHeadings(headings) ?? {};
  return new Set(headings.filter((heading) => EXPORTED.has(heading) || heading === line || heading === problem));
}

/** The two that a file of rows with problems has; it begins with them, and ended with them once. Null: it is none. */
export function findProblemHeadings(headings: readonly string[]): ProblemHeadings | null {
  const named = headings.filter((heading) => heading !== '');
  for (const [line = '', problem = ''] of [headings.slice(0, 2), named.slice(-2)]) {
    const isPair = line.startsWith('Line') && problem === line.replace('Line', 'Problem');
    if (isPair && PROBLEM_HEADING.test(line)) return { line, problem };
  }
  return null;
}

/** Headings for the rows with problems that no other column has: Line and Problem, or "Line (handover)" and its like. */
export function problemHeadings(taken: readonly string[]): ProblemHeadings {
  const keys = new Set(taken.map(headingKey));
  for (let count = 0; ; count += 1) {
    const mark = count === 0 ? '' : count === 1 ? ' (handover)' : ` (handover ${count})`;
    const headings = { line: `Line${mark}`, problem: `Problem${mark}` };
    if (!keys.has(headingKey(headings.line)) && !keys.has(headingKey(headings.problem))) return headings;
  }
}
