import { guardFormula } from '../../csv/formula-guard.ts';
import { writeRows } from '../../csv/write-rows.ts';
import type { Mapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/pair.ts';
import { parseId } from '../../model/parse-id.ts';
import { columnOf } from './change-mapping.ts';
import type { ImportCheck, PeopleFile } from './import-check.ts';
import { findProblemHeadings, problemHeadings } from './own-headings.ts';
import { RAGGED_MARK } from './ragged-row.ts';

/**
 * The rows with problems as rows of cells, the heading line first: the line on which they stood and what is wrong with
 * them, under headings that neither the file nor the mapping has, then their cells as they stood, be they fewer or more
 * than the headings; an import of these rows leaves just these two out. Texts are guarded against being run as formulas;
 * in columns of user IDs, all that is none.
 */
export function* problemRows(file: PeopleFile, { mapping, problems }: ImportCheck): Generator<string[]> {
  const byLine = Map.groupBy(problems, ({ line }) => line);
  const places = theirPlaces(file, mapping);
  const headings = places.map((place) => file.headings[place] ?? '');
  const ids = new Set(['From User ID', 'To User ID']);
  for (const { field, heading } of mapping.columns) if (field === 'User ID') ids.add(heading);
  const added = problemHeadings([...headings, ...mapping.columns.map(({ heading }) => heading)]);
  yield [added.line, added.problem, ...headings.map(guardFormula)];
  for (const { line, cells, ragged, surplus } of file.rows) {
    const found = byLine.get(line);
    if (found === undefined) continue;
    const count = ragged ?? cells.length;
    const shown = places.flatMap((place, index) => {
      if (place >= count) return [];
      const cell = cells[place] ?? '';
      return ids.has(headings[index] ?? '') && parseId(cell) !== null ? cell : guardFormula(cell);
    });
    const reasons = [...found.map(sentenceOf), ...(ragged === null ? [] : [RAGGED_MARK])];
    yield [String(line), guardFormula(reasons.join(' ')), ...shown, ...(surplus ?? []).map(guardFormula)];
  }
}

/** Where the columns of `file` stand, but for those that were added when its rows were written here before. */
function theirPlaces({ headings }: PeopleFile, mapping: Mapping): number[] {
  const before = Object.values(findProblemHeadings(headings) ?? {});
  const isAdded = (heading: string) => before.includes(heading) && columnOf(mapping, heading) === undefined;
  return [...headings.keys()].filter((place) => !isAdded(headings[place] ?? ''));
}

/**
 * Writes the rows with problems to a CSV file of its owner's (0600): UTF-8, commas, CRLF; to be mended and imported again.
 * @returns how many rows that were
 * @throws HandoverError `file-exists` without `force`, `same-file`, `not-written`
 */
export async function writeProblemRows(
  file: PeopleFile,
  check: ImportCheck,
  out: string,
  options: { force?: boolean; bom?: boolean } = {},
): Promise<number> {
  return (await writeRows(out, problemRows(file, check), { ...options, reads: [file.file] })) - 1;
}

function sentenceOf({ column, message, cure }: Problem): string {
  return `${column === null ? '' : `${column}: `}${message} ${cure}`;
}
