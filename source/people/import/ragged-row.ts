import { countOf } from '../../model/finding.ts';
import { addProblem, type DraftRow } from './draft-row.ts';
import type { FileRow } from './import-check.ts';

/**
 * Ends what is said of a row with too few or too many cells in a file of rows with problems. Counting its cells is not
 * enough there: a spreadsheet fills short rows up, and gives a column to cells that have none, whenever it saves.
 */
export const RAGGED_MARK =
  'Put its cells under their headings, then empty this cell: until then the row stays a problem.';

const MARK = /\bempty this cell\b/i;
const MARKING_HEADING = /^Problem(?: \(handover(?: \d+)?\))?$/;

/** Finds the column of a file of rows with problems that says of a row that nobody has mended its cells yet. */
export function raggedMark(headings: readonly string[]): (cells: readonly string[]) => string | null {
  const places = [...headings.keys()].filter((place) => MARKING_HEADING.test(headings[place] ?? ''));
  return (cells) => {
    const place = places.find((one) => MARK.test(cells[one] ?? ''));
    return place === undefined ? null : (headings[place] ?? null);
  };
}

/** Says what is wrong with a row whose cells may not stand under their headings; nothing else of it is looked at. */
export function refuseRagged(
  { cells, ragged, mark }: FileRow,
  draft: DraftRow,
  place: { column: string; text: string },
): void {
  const message =
    ragged === cells.length
      ? 'The row had too few or too many cells when it was written here.'
      : `The row has ${countOf(ragged ?? 0, 'cell')}, and the heading line ${cells.length}.`;
  const look = 'Look for a missing or stray separator or quotation mark in this row.';
  const cure = mark === undefined ? look : `${look} Once its cells stand under their headings, empty its “${mark}”.`;
  addProblem(draft, place, 'ragged-row', message, cure);
  draft.isUnknown = true;
}
