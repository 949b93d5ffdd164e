import { readRows } from '../csv/read-rows.ts';
import { rewriteCells } from '../csv/rewrite-cells.ts';
import { HandoverError } from '../errors.ts';
import type { Direction } from '../model/pair.ts';
import { findColumns, type PairColumns } from './find-columns.ts';
import type { Mending, Mendings } from './mendings.ts';

/**
 * Saves a copy of a file of pairs with its mendings: of mended rows the two id cells are written anew, of rows left out
 * the To User ID is emptied; every other byte stays.
 * @throws HandoverError `unreadable`, `missing-heading`, `file-exists` or `not-written`
 */
export async function writeMendedFile(
  originalPath: string,
  outPath: string,
  mendings: Mendings,
  direction: Direction,
  options: { force?: boolean } = {},
): Promise<{ path: string; rowsChanged: number }> {
  const columns = await readColumns(originalPath);
  const edits = new Map(
    [...mendings.byLine].map(([line, mending]) => [line, cellsOf(mending, columns, direction)] as const),
  );
  return { path: outPath, rowsChanged: await rewriteCells(originalPath, outPath, edits, options) };
}

function cellsOf(mending: Mending, columns: PairColumns, direction: Direction): Map<number, string> {
  if (mending.kind === 'left-out') return new Map([[columns.to, '']]);
  const isForward = direction === 'from-to';
  const from = isForward ? mending.source : mending.target;
  const to = isForward ? mending.target : mending.source;
  const cells = new Map<number, string>();
  if (from !== null) cells.set(columns.from, String(from));
  if (to !== null) cells.set(columns.to, String(to));
  return cells;
}

async function readColumns(path: string): Promise<PairColumns> {
  let columns: PairColumns | null = null;
  let isFirst = true;
  await readRows(path, {
    onRow(cells, line) {
      if (!isFirst || cells.every((cell) => cell.trim() === '')) return;
      isFirst = false;
      columns = findColumns(cells, line).columns;
    },
  });
  if (columns === null) {
    throw new HandoverError(
      'problems',
      'missing-heading',
      `“${path}” no longer has the headings of a file of pairs.`,
      'Put the original file back, then save the mended copy again.',
    );
  }
  return columns;
}
