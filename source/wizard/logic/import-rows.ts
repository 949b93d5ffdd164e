import type { FileRow, ImportCheck, ImportRow } from '../../people/import/import-check.ts';
import { IMPORT_FILTERS, type ImportFilter, type ImportState } from '../import-state.ts';
import type { State } from '../state.ts';
import { firstPlace } from './first-place.ts';
import { pageOf } from './pages.ts';
import { withImport } from './with-import.ts';

const LETS_THROUGH: Record<Exclude<ImportFilter, 'all'>, (row: ImportRow) => boolean> = {
  problems: ({ kind }) => kind === 'problem',
  create: ({ kind }) => kind === 'create',
  update: ({ kind }) => kind === 'update',
  erasing: ({ change }) => (change?.erased ?? 0) > 0,
  deactivated: ({ change }) => change?.becomes === 'inactive',
  reactivated: ({ kind, change }) => kind === 'update' && change?.becomes === 'active',
  unchanged: ({ kind }) => kind === 'unchanged',
  skipped: ({ kind }) => kind === 'skipped',
};

/** How many rows the filter lets through. */
export function visibleRows({ check, visible }: ImportState): number {
  return visible?.length ?? check?.rows.length ?? 0;
}

/** The row at a place among those that the filter lets through. */
export function rowAt({ check, visible }: ImportState, index: number): ImportRow | undefined {
  const position = visible === null ? index : visible[index];
  return position === undefined ? undefined : check?.rows[position];
}

/** The row under the cursor, or undefined where there is none. */
export function rowNow({ importing }: Pick<State, 'importing'>): ImportRow | undefined {
  return rowAt(importing, importing.cursor);
}

/** The row of the file that starts at a line; by halving, as the rows are in order. */
export function fileRowAt({ file }: ImportState, line: number): FileRow | undefined {
  const rows = file?.rows ?? [];
  const row = rows[firstPlace(rows.length, (index) => (rows[index]?.line ?? 0) >= line)];
  return row?.line === line ? row : undefined;
}

/** With the cursor there, within the rows that are shown. */
export function moveTo(state: State, cursor: number): State {
  const bounded = Math.max(0, Math.min(visibleRows(state.importing) - 1, cursor));
  return withImport({ ...state, notice: null }, { cursor: bounded });
}

/** On the row that starts at `line`, or the next one after it; null where the filter hides all of those. */
export function moveToLine(state: State, line: number): State | null {
  const count = visibleRows(state.importing);
  const place = firstPlace(count, (index) => (rowAt(state.importing, index)?.line ?? 0) >= line);
  return place === count ? null : moveTo(state, place);
}

/** With another filter; the cursor stays on its row, or goes to the first one after it. */
export function withFilter(state: State, filter: ImportFilter): State {
  const line = rowNow(state)?.line ?? 0;
  const filtered = withImport(state, { filter, visible: indexesOf(state.importing.check, filter), cursor: 0 });
  return moveToLine(filtered, line) ?? moveTo(filtered, visibleRows(filtered.importing) - 1);
}

function indexesOf(check: ImportCheck | null, filter: ImportFilter): Int32Array | null {
  if (filter === 'all' || check === null) return null;
  const isShown = LETS_THROUGH[filter];
  const indexes = new Int32Array(check.rows.length);
  let count = 0;
  for (const [index, row] of check.rows.entries()) {
    if (isShown(row)) indexes[count++] = index;
  }
  return indexes.slice(0, count);
}

/** The next filter that lets any row through, or all. */
export function nextFilter({ check, filter }: ImportState): ImportFilter {
  const start = IMPORT_FILTERS.indexOf(filter);
  const others = [...IMPORT_FILTERS.slice(start + 1), ...IMPORT_FILTERS.slice(0, start)];
  return others.find((each) => each === 'all' || check?.rows.some(LETS_THROUGH[each]) === true) ?? 'all';
}

/** Rows of the page under the cursor, and which page it is. */
export function pageNow({ importing, preview }: Pick<State, 'importing' | 'preview'>) {
  return pageOf(importing.cursor, visibleRows(importing), preview.rowsPerPage);
}
