import type { FileRow, PeopleFile } from './import-check.ts';

/** What an operator has changed of one row: left out, or these of its cells, by their place from 0. */
export type RowEdit = 'left-out' | ReadonlyMap<number, string>;

/** All changes to the rows of one file, by the line on which a row starts, and the way back. */
export interface RowEdits {
  byLine: ReadonlyMap<number, RowEdit>;
  /** What stood at a line before each change, the oldest first. */
  history: readonly { line: number; before: RowEdit | null }[];
}

/** No row is changed. */
export const NO_EDITS: RowEdits = { byLine: new Map(), history: [] };

/** The cell at `place` of the row of `line` reads `text`. A row left out comes back. */
export function editCell(edits: RowEdits, line: number, place: number, text: string): RowEdits {
  const before = edits.byLine.get(line);
  const cells = before === undefined || before === 'left-out' ? new Map<number, string>() : before;
  return put(edits, line, new Map(cells).set(place, text));
}

/** The row of `line` counts as a blank one: nothing happens for it. */
export function leaveRowOut(edits: RowEdits, line: number): RowEdits {
  return put(edits, line, 'left-out');
}

/** As it was before the last change; the same where there was none. */
export function undoEdit(edits: RowEdits): RowEdits {
  const last = edits.history.at(-1);
  if (last === undefined) return edits;
  const byLine = new Map(edits.byLine);
  if (last.before === null) byLine.delete(last.line);
  else byLine.set(last.line, last.before);
  return { byLine, history: edits.history.slice(0, -1) };
}

/** The cells of a row with its changes; those of one left out are blank. */
export function editedCells({ line, cells }: FileRow, { byLine }: RowEdits): string[] {
  const edit = byLine.get(line);
  if (edit === undefined) return cells;
  return cells.map((cell, place) => (edit === 'left-out' ? '' : (edit.get(place) ?? cell)));
}

/** The file as it reads with the changes. A row with too few or too many cells that was mended is no longer ragged. */
export function editedFile(file: PeopleFile, edits: RowEdits): PeopleFile {
  if (edits.byLine.size === 0) return file;
  const rows = file.rows.map((row) =>
    edits.byLine.has(row.line) ? { ...row, cells: editedCells(row, edits), ragged: null } : row,
  );
  return { ...file, rows };
}

function put(edits: RowEdits, line: number, edit: RowEdit): RowEdits {
  const before = edits.byLine.get(line) ?? null;
  return { byLine: new Map(edits.byLine).set(line, edit), history: [...edits.history, { line, before }] };
}
