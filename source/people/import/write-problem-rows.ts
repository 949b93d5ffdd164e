import { guardFormula } from '../../csv/formula-guard.ts';
import { writeRows } from '../../csv/write-rows.ts';
import type { Problem } from '../../model/pair.ts';
import type { ImportCheck, PeopleFile } from './import-check.ts';

/** Columns of such a file that an import leaves out again. */
const LINE = 'Line';
const PROBLEM = 'Problem';

/**
 * The rows with problems as rows of cells, the heading line first: their cells as they stood, then the line on which they
 * stood and what is wrong with them. Texts are guarded against being run as formulas, user IDs never.
 */
export function* problemRows(file: PeopleFile, { mapping, problems }: ImportCheck): Generator<string[]> {
  const byLine = Map.groupBy(problems, ({ line }) => line);
  const places = [...file.headings.keys()].filter((place) => ![LINE, PROBLEM].includes(file.headings[place] ?? ''));
  const ids = new Set(['From User ID', 'To User ID']);
  for (const { field, heading } of mapping.columns) if (field === 'User ID') ids.add(heading);
  const headings = places.map((place) => file.headings[place] ?? '');
  yield [...headings.map(guardFormula), LINE, PROBLEM];
  for (const { line, cells } of file.rows) {
    const found = byLine.get(line);
    if (found === undefined) continue;
    const shown = places.map((place, index) => {
      const cell = cells[place] ?? '';
      return ids.has(headings[index] ?? '') ? cell : guardFormula(cell);
    });
    yield [...shown, String(line), guardFormula(found.map(sentenceOf).join(' '))];
  }
}

/**
 * Writes the rows with problems to a CSV file of its owner's (0600): UTF-8, commas, CRLF; to be mended and imported again.
 * @returns how many rows that were
 * @throws HandoverError `file-exists` without `force`, `not-written`
 */
export async function writeProblemRows(
  file: PeopleFile,
  check: ImportCheck,
  out: string,
  options: { force?: boolean; bom?: boolean } = {},
): Promise<number> {
  return (await writeRows(out, problemRows(file, check), options)) - 1;
}

function sentenceOf({ column, message, cure }: Problem): string {
  return `${column === null ? '' : `${column}: `}${message} ${cure}`;
}
