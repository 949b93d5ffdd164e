import type { ColumnType, MappedColumn, MappingRules } from '../../model/mapping.ts';
import { type CellFault, type CellReader, NO_VALUE } from './cell-reading.ts';
import type { PeopleFile } from './import-check.ts';
import { idFault } from './match-person.ts';
import { cellReader } from './read-cell.ts';
import { readSoundCell } from './read-sound-cell.ts';

/** The cells of a column that do not read as it is set. */
export interface UnreadCells {
  /** Rows with such a cell. */
  count: number;
  /** Each text that does not read, and why. */
  faults: ReadonlyMap<string, CellFault>;
}

/** What reads cells of a type, damage told as in the rows. */
export function typeReader(type: ColumnType, rules: MappingRules, timeZones: readonly string[]): CellReader {
  const read = cellReader(type, rules, timeZones);
  return (text) => readSoundCell(text, type, read);
}

/** What reads the cells of a column. Whom a row is about is told by whole numbers alone, however the column is read. */
export function columnReader(
  { field, heading, type }: MappedColumn,
  rules: MappingRules,
  timeZones: readonly string[],
): CellReader {
  if (field === 'User ID')
    return (text) => (text.trim() === '' ? NO_VALUE : (idFault(text, heading) ?? { value: text }));
  return typeReader(type, rules, timeZones);
}

/** Which cells of a column `read` does not read, of all rows of the file. A key waits for this. */
export function findUnread(
  { headings, rows }: Pick<PeopleFile, 'headings' | 'rows'>,
  { heading, type }: Pick<MappedColumn, 'heading' | 'type'>,
  read: CellReader,
): UnreadCells {
  const place = headings.indexOf(heading);
  const faults = new Map<string, CellFault>();
  const readable = new Set<string>();
  // Each text is read once, as of 50,000 cells few are different; those of free text are read sooner than looked up.
  const areFew = type.kind !== 'text';
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
