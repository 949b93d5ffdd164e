import { guardFormula } from '../../csv/formula-guard.ts';
import { rewriteCells } from '../../csv/rewrite-cells.ts';
import { HandoverError } from '../../errors.ts';
import { editedCells, type RowEdits } from './edit-rows.ts';
import type { FileRow, PeopleFile } from './import-check.ts';
import { readPeopleFile } from './read-people-file.ts';

/**
 * Saves a copy of a file of people with the mended cells; every other byte is that of the file. Of a row left out all
 * cells are blank.
 * @returns where it is, and how many rows are others
 * @throws HandoverError `file-changed` where the file is no longer as it was read; `unreadable`, `not-encodable`,
 * `file-exists` without `force`, `not-written`
 */
export async function writeMendedPeople(
  file: PeopleFile,
  edits: RowEdits,
  outPath: string,
  options: { force: boolean },
): Promise<{ path: string; rowsChanged: number }> {
  const how = { encoding: file.encoding.name, delimiter: file.delimiter };
  const now = await readPeopleFile(file.file, how);
  const rowsNow = new Map(now.rows.map((row) => [row.line, row]));
  const mended = file.rows.filter(({ line }) => edits.byLine.has(line));
  if (!mended.every((row) => isSameRow(row, rowsNow.get(row.line)))) throw fileChanged(file.file);
  const cells = new Map(mended.map((row) => [row.line, changedCells(row, edits)] as const));
  return { path: outPath, rowsChanged: await rewriteCells(file.file, outPath, cells, { ...how, ...options }) };
}

function changedCells(row: FileRow, edits: RowEdits): Map<number, string> {
  const after = editedCells(row, edits);
  return new Map(
    after.flatMap((text, place) => (text === row.cells[place] ? [] : [[place, guardFormula(text)] as const])),
  );
}

function isSameRow(row: FileRow, now: FileRow | undefined): boolean {
  return (
    now !== undefined && row.cells.length === now.cells.length && row.cells.every((cell, at) => cell === now.cells[at])
  );
}

function fileChanged(path: string): HandoverError {
  return new HandoverError(
    'problems',
    'file-changed',
    `“${path}” is not as it was when it was read: mended rows have changed or moved.`,
    'Nothing was saved. Open the file again and mend it anew.',
  );
}
