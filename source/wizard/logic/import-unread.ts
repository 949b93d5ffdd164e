import { countOf } from '../../model/finding.ts';
import type { ColumnType, MappedColumn, MappingRules } from '../../model/mapping.ts';
import type { CellReader } from '../../people/import/cell-reading.ts';
import { editedFile, type RowEdits } from '../../people/import/edit-rows.ts';
import { columnReader, findUnread, typeReader, type UnreadCells } from '../../people/import/find-unread.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import type { ImportState } from '../import-state.ts';
import { typedColumns } from './import-columns.ts';

const NONE: UnreadCells = { count: 0, faults: new Map() };

const readers = new WeakMap<ColumnType, CellReader>();

/** What reads the cells of a column of this type, damage told as in the rows; one that was made once is used again. */
export function readerOf(type: ColumnType, rules: MappingRules, timeZones: readonly string[]): CellReader {
  const before = readers.get(type);
  if (before !== undefined) return before;
  const reader = typeReader(type, rules, timeZones);
  readers.set(type, reader);
  return reader;
}

/** By file and mendings. Worked out once: every frame asks for it. */
const mended = new WeakMap<PeopleFile, WeakMap<RowEdits, PeopleFile>>();

/** The file as it reads with what was mended; null: none was read. */
export function fileNow({ file, edits }: Pick<ImportState, 'file' | 'edits'>): PeopleFile | null {
  if (file === null) return null;
  const ofFile = mended.get(file) ?? new WeakMap<RowEdits, PeopleFile>();
  mended.set(file, ofFile);
  const now = ofFile.get(edits) ?? editedFile(file, edits);
  ofFile.set(edits, now);
  return now;
}

/** By file, heading and type. Worked out once: every frame asks for it. */
const known = new WeakMap<PeopleFile, Map<string, WeakMap<ColumnType, UnreadCells>>>();

/** Which cells of a column do not read as it is set, those that were mended as they are now, of all rows of the file. */
export function unreadCells(importing: ImportState, column: MappedColumn): UnreadCells {
  const { mapping, timeZones } = importing;
  const { field, heading, type } = column;
  const file = fileNow(importing);
  if (file === null || mapping === null) return NONE;
  const ofFile = known.get(file) ?? new Map<string, WeakMap<ColumnType, UnreadCells>>();
  known.set(file, ofFile);
  const ofHeading = ofFile.get(heading) ?? new WeakMap<ColumnType, UnreadCells>();
  ofFile.set(heading, ofHeading);
  const before = ofHeading.get(type);
  if (before !== undefined) return before;
  const isId = field === 'User ID';
  const reader = isId ? columnReader(column, mapping.rules, timeZones) : readerOf(type, mapping.rules, timeZones);
  const found = findUnread(file, column, reader);
  ofHeading.set(type, found);
  return found;
}

/** The columns of which cells do not read, in the order of the file. */
export function unreadColumns(importing: ImportState): MappedColumn[] {
  return typedColumns(importing).filter((column) => unreadCells(importing, column).count > 0);
}

/** "“Start”: 12 cells do not read as they are set."; empty where every cell reads. */
export function unreadText(importing: ImportState): string {
  const told = unreadColumns(importing).map((column) => {
    const { count } = unreadCells(importing, column);
    return `“${column.heading}” (${countOf(count, 'cell')})`;
  });
  if (told.length === 0) return '';
  const more = told.length > 3 ? ` and ${told.length - 3} more` : '';
  return `Does not read as it is set: ${told.slice(0, 3).join(', ')}${more}.`;
}
