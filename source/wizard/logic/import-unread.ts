import { countOf } from '../../model/finding.ts';
import type { ColumnType, MappedColumn, MappingRules } from '../../model/mapping.ts';
import { type CellFault, type CellReader, NO_VALUE } from '../../people/import/cell-reading.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import { idFault } from '../../people/import/match-person.ts';
import { cellReader } from '../../people/import/read-cell.ts';
import { readSoundCell } from '../../people/import/read-sound-cell.ts';
import type { ImportState } from '../import-state.ts';
import { typedColumns } from './import-columns.ts';

/** The cells of a column that do not read as it is set. */
export interface UnreadCells {
  /** Rows with such a cell. */
  count: number;
  /** Each text that does not read, and why. */
  faults: ReadonlyMap<string, CellFault>;
}

const NONE: UnreadCells = { count: 0, faults: new Map() };

const readers = new WeakMap<ColumnType, CellReader>();

/** What reads the cells of a column of this type, damage told as in the rows; one that was made once is used again. */
export function readerOf(type: ColumnType, rules: MappingRules, timeZones: readonly string[]): CellReader {
  const before = readers.get(type);
  if (before !== undefined) return before;
  const read = cellReader(type, rules, timeZones);
  const reader: CellReader = (text) => readSoundCell(text, type, read);
  readers.set(type, reader);
  return reader;
}

/** Whom a row is about is told by whole numbers alone, however the column is read. */
function idReader(heading: string): CellReader {
  return (text) => (text.trim() === '' ? NO_VALUE : (idFault(text, heading) ?? { value: text }));
}

/** By file, heading and type. Worked out once: every frame asks for it. */
const known = new WeakMap<PeopleFile, Map<string, WeakMap<ColumnType, UnreadCells>>>();

/** Which cells of a column do not read as it is set, of all rows of the file. */
export function unreadCells({ file, mapping, timeZones }: ImportState, column: MappedColumn): UnreadCells {
  const { field, heading, type } = column;
  if (file === null || mapping === null) return NONE;
  const ofFile = known.get(file) ?? new Map<string, WeakMap<ColumnType, UnreadCells>>();
  known.set(file, ofFile);
  const ofHeading = ofFile.get(heading) ?? new WeakMap<ColumnType, UnreadCells>();
  ofFile.set(heading, ofHeading);
  const before = ofHeading.get(type);
  if (before !== undefined) return before;
  const reader = field === 'User ID' ? idReader(heading) : readerOf(type, mapping.rules, timeZones);
  const found = readAll(file, heading, reader, type.kind !== 'text');
  ofHeading.set(type, found);
  return found;
}

/**
 * A key waits for this.
 * @param areFew whether each text is read once, as of 50,000 cells few are different; texts are read sooner than looked up
 */
function readAll({ headings, rows }: PeopleFile, heading: string, read: CellReader, areFew: boolean): UnreadCells {
  const place = headings.indexOf(heading);
  const faults = new Map<string, CellFault>();
  const readable = new Set<string>();
  let count = 0;
  for (const { cells } of rows) {
    const text = cells[place] ?? '';
    if (text === '' || readable.has(text)) continue;
    const reading = (faults.size > 0 ? faults.get(text) : undefined) ?? read(text);
    if ('code' in reading) {
      count += 1;
      faults.set(text, reading);
    } else if (areFew) readable.add(text);
  }
  return { count, faults };
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
