import { readRows } from '../csv/read-rows.ts';
import { rewriteCells } from '../csv/rewrite-cells.ts';
import { HandoverError } from '../errors.ts';
import type { Direction } from '../model/pair.ts';
import { findColumns, type PairColumns } from './find-columns.ts';
import type { Mending, Mendings } from './mendings.ts';
import type { PairRow } from './pair-row.ts';
import { redactCells } from './redact-cells.ts';

/**
 * Saves a copy of a file of pairs with its mendings: of mended rows the two id cells are written anew, of rows left out
 * the To User ID is emptied; every other byte stays.
 * @param rows the rows as they were read: a file that has changed since is not the one that was mended
 * @param options with `isRedacted`, the cells that tell who somebody is hold stand-ins
 * @throws HandoverError `unreadable`, `missing-heading`, `file-changed`, `file-exists` or `not-written`
 */
export async function writeMendedFile(
  originalPath: string,
  outPath: string,
  mendings: Mendings,
  direction: Direction,
  rows: readonly PairRow[],
  { isRedacted = false, ...options }: { force?: boolean; isRedacted?: boolean } = {},
): Promise<{ path: string; rowsChanged: number }> {
  const mended = new Map(rows.filter(({ line }) => mendings.byLine.has(line)).map((row) => [row.line, row]));
  const redacted = new Map<number, Map<number, string>>();
  const columns = await readColumns(originalPath, mended, isRedacted ? redacted : null);
  const edits = new Map<number, ReadonlyMap<number, string>>(redacted);
  for (const [line, mending] of mendings.byLine) {
    edits.set(line, new Map([...(redacted.get(line) ?? []), ...cellsOf(mending, columns, direction)]));
  }
  const rowsChanged = await rewriteCells(originalPath, outPath, edits, options);
  return { path: outPath, rowsChanged: isRedacted ? mendings.byLine.size : rowsChanged };
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

/**
 * The id columns, once it is certain that the mended rows still stand where they stood.
 * @param redacted gets the cells of each row that are not to be shown as they are; null: all are
 */
async function readColumns(
  path: string,
  mended: ReadonlyMap<number, PairRow>,
  redacted: Map<number, Map<number, string>> | null,
): Promise<PairColumns> {
  let headings: readonly string[] = [];
  let columns: PairColumns | null = null;
  let isFirst = true;
  const found = new Set<number>();
  await readRows(path, {
    onRow(cells, line) {
      if (isFirst) {
        if (cells.every((cell) => cell.trim() === '')) return;
        isFirst = false;
        headings = cells;
        columns = findColumns(cells, line).columns;
        return;
      }
      if (columns !== null) redacted?.set(line, redactCells(headings, cells, columns));
      const row = mended.get(line);
      if (columns !== null && row?.from === (cells[columns.from] ?? '') && row?.to === (cells[columns.to] ?? ''))
        found.add(line);
    },
  });
  if (columns !== null && found.size === mended.size) return columns;
  throw new HandoverError(
    'problems',
    columns === null ? 'missing-heading' : 'file-changed',
    `“${path}” is not as it was when it was read: ${columns === null ? 'its headings are gone' : 'mended rows have changed or moved'}.`,
    'Nothing was saved. Open the file again and mend it anew.',
  );
}
