import { columnTypeText } from '../../model/column-type-text.ts';
import { countOf } from '../../model/finding.ts';
import type { ColumnType, MappedColumn } from '../../model/mapping.ts';
import { DATE_FORMATS } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import { dateInWords } from '../../people/import/date-text.ts';
import { findBetterFormats } from '../../people/import/find-better-formats.ts';
import type { PeopleFile } from '../../people/import/import-check.ts';
import type { ImportState } from '../import-state.ts';
import { fileNow, readerOf, unreadCells } from '../logic/import-unread.ts';
import type { Look } from '../look.ts';
import { profileText } from './profile-text.ts';

/** How many of the first rows samples are taken from. */
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
  const file = fileNow(importing);
  if (file === null) return [];
  const { count, faults } = unreadCells(importing, column);
  if (count > 0 && !isOpen) {
    const told = [...faults]
      .slice(0, 1)
      .map(([text, { message }]) => `“${text}” ${look.symbols.arrow} ${look.symbols.cross} ${message}`);
    const many = countOf(count, 'cell does', 'cells do');
    return [`${look.symbols.warning} ${many} not read; ${betterText(column, faults)}d shows why.`, ...told];
  }
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
  return [`“${first}” ${arrow} ${ways.join(' or ')}?`, '←→ choose, Space says that it is right.'];
}

/** "most are written as YYYY-MM-DD: ←→ choose it; "; empty where they are in no format of dates. */
function betterText({ type }: MappedColumn, faults: ReadonlyMap<string, unknown>): string {
  if (type.kind !== 'date') return '';
  const better = findBetterFormats([...faults.keys()].slice(0, LOOKED_AT), type.format);
  return better === null ? '' : `most are written as ${better.formats.join(' or ')}: ←→ choose it; `;
}

/** How many texts that do not read are told whole. */
const TOLD = 50;

/** One column whole: how it is set, cells as they read, and each text that does not read with what to do. */
export function columnLines(column: MappedColumn, importing: ImportState, look: Look): string[] {
  const file = fileNow(importing);
  if (file === null) return [];
  const { arrow, warning } = look.symbols;
  const { count, faults } = unreadCells(importing, column);
  const read = samplesOf(file, column.heading, 20).filter((text) => !faults.has(text));
  const failing = [...faults].slice(0, TOLD);
  const rows = countOf(file.rows.length, 'row');
  return [
    `“${column.heading}” is ${column.field}: ${columnTypeText(column.type)}`,
    '',
    ...(count === 0
      ? []
      : [`Of ${rows}, ${numberText(count)} ${count === 1 ? 'has' : 'have'} a cell that does not read:`]),
    ...failing.map(([text, { message, cure }]) => `${warning} “${text}”: ${message} ${cure}`),
    ...(faults.size > TOLD ? [`… and ${numberText(faults.size - TOLD)} more texts.`] : []),
    ...(read.length === 0 ? [] : ['Cells that read:']),
    ...read.map((text) => `“${text}” ${arrow} ${readingText(text, column.type, importing, look)}`),
  ];
}
