import type { CsvFault, Delimiter, FaultKind } from '../../csv/csv-file.ts';
import { describeFault } from '../../csv/describe-fault.ts';
import type { EncodingName } from '../../csv/encoding.ts';
import { unguardFormula } from '../../csv/formula-guard.ts';
import { readRows } from '../../csv/read-rows.ts';
import { watchChange } from '../../csv/watch-change.ts';
import { makeFinding, WHOLE_FILE } from '../../model/finding.ts';
import type { Problem } from '../../model/pair.ts';
import type { FileRow, PeopleFile } from './import-check.ts';
import { raggedMark } from './ragged-row.ts';

export interface ReadPeopleOptions {
  /** What the operator says of the file, instead of what it looks like. */
  encoding?: EncodingName | undefined;
  delimiter?: Delimiter | undefined;
  signal?: AbortSignal | undefined;
  /** Gets how far the reading is, in bytes of the file. */
  onProgress?: ((bytesRead: number, bytesTotal: number) => void) | undefined;
}

const EMPTY: CsvFault = { kind: 'empty', line: null, lastLine: null, cell: null, excerpt: null };
const CURES: Partial<Record<FaultKind, string>> = {
  empty: 'Choose a file whose first line has headings such as Email, First Name and Last Name.',
  'row-too-long': 'Shorten the longest cell on that line, then check the file again.',
};

/**
 * Reads a CSV file of people whole, with the guard against formulas taken off its cells. Headings lose the spaces around
 * them; a column with values and without a heading is called "column 7". What is wrong with the file as a whole, a
 * change while it was read included, is among its problems; its rows are not looked at.
 * @throws HandoverError `unreadable` where the file cannot be opened; the reason of `signal` once it aborts
 */
export async function readPeopleFile(path: string, options: ReadPeopleOptions = {}): Promise<PeopleFile> {
  const rows: FileRow[] = [];
  let headings: string[] | null = null;
  let headingLine = 1;
  const {
    result: csv,
    isChanged,
    stamp,
  } = await watchChange(path, () =>
    readRows(path, {
      ...options,
      onRow(cells, line) {
        if (headings !== null) rows.push(makeRow(cells, line, headings.length));
        else if (!isBlank(cells)) {
          headings = cells.map((cell) => unguardFormula(cell).trim());
          headingLine = line;
        }
      },
    }),
  );
  const found = nameColumns(headings ?? [], rows);
  markRagged(rows, found);
  const problems: Problem[] = isChanged ? [changed()] : [];
  if (csv.fault !== null) problems.push(describeFault(csv.fault, found, CURES));
  else if (found.length === 0) problems.push(describeFault(EMPTY, [], CURES));
  else if (rows.every(({ cells, ragged }) => ragged === null && isBlank(cells)))
    problems.push(withoutRows(headingLine));
  return { ...csv, file: path, ...(stamp === null ? {} : { stamp }), headings: found, headingLine, rows, problems };
}

function makeRow(cells: string[], line: number, expected: number): FileRow {
  const isRagged =
    cells.length === expected ? false : cells.length < expected ? !isBlank(cells) : !isBlank(cells.slice(expected));
  const ragged = isRagged ? cells.length : null;
  for (let index = 0; index < expected; index += 1) {
    const cell = cells[index] ?? '';
    cells[index] = cell.charCodeAt(0) === 0x27 ? unguardFormula(cell) : cell;
  }
  const surplus = isRagged && cells.length > expected ? cells.slice(expected).map(unguardFormula) : null;
  cells.length = expected;
  return { line, cells, ragged, ...(surplus === null ? {} : { surplus }) };
}

/** Rows that were written here as ragged, and of which nobody has said that they are mended. */
function markRagged(rows: readonly FileRow[], headings: readonly string[]): void {
  const markOf = raggedMark(headings);
  for (const row of rows) {
    const mark = markOf(row.cells);
    if (mark === null) continue;
    row.mark = mark;
    row.ragged ??= headings.length;
  }
}

/** Spreadsheets add empty columns at the end: those stay without a name. */
function nameColumns(headings: readonly string[], rows: readonly FileRow[]): string[] {
  return headings.map((heading, index) => {
    const isNameless = heading === '' && rows.some(({ cells }) => (cells[index] ?? '').trim() !== '');
    return isNameless ? `column ${index + 1}` : heading;
  });
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function changed(): Problem {
  return makeFinding(
    WHOLE_FILE,
    'unreadable',
    'The file was changed while it was read.',
    'Wait until whoever writes it is done, then read it again.',
  );
}

function withoutRows(line: number): Problem {
  return makeFinding(
    { line, column: null, value: null },
    'empty-file',
    'The file has a heading line and no rows.',
    'Write a row below it for each person, then check the file again.',
  );
}
