import type { ColumnType, MappedColumn, MappingRules } from '../../model/mapping.ts';
import { DATE_FORMATS } from '../../model/mapping.ts';
import type { CellReader } from '../../people/import/cell-reading.ts';
import { dateInWords } from '../../people/import/date-text.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import { cellReader } from '../../people/import/read-cell.ts';
import type { ImportState } from '../import-state.ts';
import type { Look } from '../look.ts';
import { profileText } from './profile-text.ts';

/** How many rows are looked at for samples. */
const LOOKED_AT = 1000;

/** The first few different cells of a column that are not blank. */
export function samplesOf({ headings, rows }: PeopleFile, heading: string, count: number): string[] {
  const place = headings.indexOf(heading);
  const found = new Set<string>();
  for (const { cells } of rows.slice(0, LOOKED_AT)) {
    const cell = cells[place] ?? '';
    if (cell.trim() !== '') found.add(cell);
    if (found.size === count) break;
  }
  return [...found];
}

const readers = new WeakMap<ColumnType, CellReader>();

function readerOf(type: ColumnType, rules: MappingRules, timeZones: readonly string[]): CellReader {
  const before = readers.get(type);
  if (before !== undefined) return before;
  const reader = cellReader(type, rules, timeZones);
  readers.set(type, reader);
  return reader;
}

/** How a cell reads in its column: "3 April 2024", "yes", "Sales, Support"; or why it does not. */
export function readingText(text: string, type: ColumnType, importing: ImportState, look: Look): string {
  const { mapping, timeZones } = importing;
  if (mapping === null) return '';
  const reading = readerOf(type, mapping.rules, timeZones)(text);
  if ('code' in reading) return `${look.symbols.cross} ${reading.message}`;
  const { value } = reading;
  if (type.kind === 'date' && typeof value === 'string') return dateInWords(value);
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : profileText(value);
}

/** “03/04/2024” → 3 April 2024, for the first cells of a column; of a date to be decided, in each way in which it reads. */
export function sampleLines(column: MappedColumn, isOpen: boolean, importing: ImportState, look: Look): string[] {
  const { file } = importing;
  if (file === null) return [];
  const samples = samplesOf(file, column.heading, 3);
  if (samples.length === 0) return [`“${column.heading}” is blank in the first rows.`];
  const { arrow } = look.symbols;
  if (!isOpen) return samples.map((text) => `“${text}” ${arrow} ${readingText(text, column.type, importing, look)}`);
  const [first = ''] = samples;
  const ways = DATE_FORMATS.map((format) => ({
    format,
    text: readingText(first, { kind: 'date', format }, importing, look),
  }))
    .filter(({ text }) => !text.startsWith(look.symbols.cross))
    .map(({ format, text }) => `${text} (${format})`);
  return [`“${first}” ${arrow} ${ways.join(' or ')}? ←→ choose, Space says that it is right.`];
}
