import type { ColumnType, MappedColumn, MappingRules } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import type { CellFault, CellReader } from '../../people/import/cell-reading.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import { cellReader } from '../../people/import/read-cell.ts';
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

/** What reads the cells of a column of this type; one that was made once is used again. */
export function readerOf(type: ColumnType, rules: MappingRules, timeZones: readonly string[]): CellReader {
  const before = readers.get(type);
  if (before !== undefined) return before;
  const reader = cellReader(type, rules, timeZones);
  readers.set(type, reader);
  return reader;
}

/** By file, heading and type. Worked out once: every frame asks for it. */
const known = new WeakMap<PeopleFile, Map<string, WeakMap<ColumnType, UnreadCells>>>();

/** Which cells of a column do not read as it is set, of all rows of the file. */
export function unreadCells({ file, mapping, timeZones }: ImportState, { heading, type }: MappedColumn): UnreadCells {
  if (file === null || mapping === null || type.kind === 'text') return NONE;
  const ofFile = known.get(file) ?? new Map<string, WeakMap<ColumnType, UnreadCells>>();
  known.set(file, ofFile);
  const ofHeading = ofFile.get(heading) ?? new WeakMap<ColumnType, UnreadCells>();
  ofFile.set(heading, ofHeading);
  const before = ofHeading.get(type);
  if (before !== undefined) return before;
  const found = readAll(file, heading, readerOf(type, mapping.rules, timeZones));
  ofHeading.set(type, found);
  return found;
}

/** Each text is read once: of 50,000 cells few are different, and a key waits for this. */
function readAll({ headings, rows }: PeopleFile, heading: string, read: CellReader): UnreadCells {
  const place = headings.indexOf(heading);
  const faults = new Map<string, CellFault>();
  const readable = new Set<string>();
  let count = 0;
  for (const { cells } of rows) {
    const text = cells[place] ?? '';
    if (readable.has(text)) continue;
    const reading = faults.get(text) ?? read(text);
    if ('code' in reading) {
      count += 1;
      faults.set(text, reading);
    } else readable.add(text);
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
    return `“${column.heading}” (${numberText(count)} ${count === 1 ? 'cell' : 'cells'})`;
  });
  if (told.length === 0) return '';
  const more = told.length > 3 ? ` and ${told.length - 3} more` : '';
  return `Does not read as it is set: ${told.slice(0, 3).join(', ')}${more}.`;
}
