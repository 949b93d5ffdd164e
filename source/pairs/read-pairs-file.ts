import { describeFault } from '../csv/describe-fault.ts';
import { readRows } from '../csv/read-rows.ts';
import { makeFinding } from '../model/finding.ts';
import type { Problem, Warning } from '../model/pair.ts';
import { findColumns, type PairColumns } from './find-columns.ts';
import { isFilled, type PairRow, type PairsFile } from './pair-row.ts';

export interface ReadPairsOptions {
  signal?: AbortSignal;
  /** Gets how far the reading is, in bytes of the file. */
  onProgress?: (bytesRead: number, bytesTotal: number) => void;
}

/**
 * Reads a CSV file of pairs as it stands: every row that is not blank, skipped ones too, and what is wrong with the
 * file as a whole. Only the id cells are kept, and of filled rows whom they say they are about (A36).
 * @throws HandoverError `unreadable` where the file cannot be opened; the reason of `signal` once it aborts
 */
export async function readPairsFile(path: string, options: ReadPairsOptions = {}): Promise<PairsFile> {
  const rows: PairRow[] = [];
  const problems: Problem[] = [];
  const warnings: Warning[] = [];
  let headings: string[] | null = null;
  let headingLine = 1;
  let columns: PairColumns | null = null;

  const csv = await readRows(path, {
    ...options,
    onRow(cells, line) {
      if (headings === null) {
        if (isBlank(cells)) return;
        headings = cells;
        headingLine = line;
        const check = findColumns(cells, line);
        columns = check.columns;
        problems.push(...check.problems);
        warnings.push(...check.warnings);
      } else if (columns !== null) {
        const row = makeRow(cells, line, columns, headings.length);
        if (row !== null) rows.push(row);
      }
    },
  });

  const found: string[] = headings ?? [];
  if (csv.fault !== null) problems.push(describeFault(csv.fault, found));
  else if (found.length === 0) {
    problems.push(describeFault({ kind: 'empty', line: null, lastLine: null, cell: null, excerpt: null }, []));
  } else if (columns !== null && rows.length === 0) {
    problems.push(
      makeFinding(
        { line: headingLine, column: null, value: null },
        'empty-file',
        'The file has a heading line and no rows.',
        'Export all users again and fill the To User ID of the people you want to transfer.',
      ),
    );
  }
  return { ...csv, file: path, headings: found, rows, problems, warnings };
}

function makeRow(cells: readonly string[], line: number, columns: PairColumns, expected: number): PairRow | null {
  const from = cells[columns.from] ?? '';
  const to = cells[columns.to] ?? '';
  if (from.trim() === '' && to.trim() === '' && isBlank(cells)) return null;
  const isRagged = cells.length < expected || (cells.length > expected && !isBlank(cells.slice(expected)));
  return {
    line,
    from,
    to,
    claims: isFilled(to)
      ? {
          email: cells[columns.email] ?? null,
          firstName: cells[columns.firstName] ?? null,
          lastName: cells[columns.lastName] ?? null,
        }
      : null,
    ragged: isRagged ? { cells: cells.length, expected } : null,
  };
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
