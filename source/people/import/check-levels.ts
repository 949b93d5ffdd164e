import type { CheckGround } from './check-ground.ts';
import { addProblem, type DraftRow } from './draft-row.ts';
import type { FileRow } from './import-check.ts';

/** What is said of data of several levels, and what to do with it. */
export const NESTED = 'The cell holds a table or list of its own: data of several levels.';
export const LEVELS_CURE = 'Leave such data out, and write one row with plain values for each person.';

/** Whether the text of a cell is a table or list of its own, which no import takes (D4). */
export function isNested(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== 0x7b && first !== 0x5b) return false;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/**
 * Whether a row goes on about the person of the row before it, as files with data of several levels do (D4); that is a
 * problem of `draft` then.
 * @param isFirst whether no other row stands before it
 */
export function checkLevels(row: FileRow, draft: DraftRow, ground: CheckGround, isFirst: boolean): boolean {
  if (isFirst || !namesNobody(row, ground)) return false;
  const filled = ground.columns.find(({ place }) => (row.cells[place] ?? '').trim() !== '');
  const place = { column: filled?.heading ?? ground.identity.emailHeading, text: row.cells[filled?.place ?? -1] ?? '' };
  const message = 'The row names nobody and seems to go on about the person above it: data of several levels.';
  addProblem(draft, place, 'multi-level', message, LEVELS_CURE);
  return true;
}

/** Whether all that tells whom a row is about is blank. */
function namesNobody({ cells }: FileRow, { columns, identity }: CheckGround): boolean {
  const { id, own } = identity;
  if ([id, own].some((place) => place >= 0 && (cells[place] ?? '').trim() !== '')) return false;
  const naming = columns.filter(({ field, isRequired }) => isRequired || field === 'Email' || field === 'Login');
  return naming.length > 0 && naming.every(({ place }) => (cells[place] ?? '').trim() === '');
}
