import type { ColumnType, MappingRules } from '../../model/mapping.ts';
import { type CellReader, type CellReading, NO_VALUE } from './cell-reading.ts';
import { booleanReader } from './read-boolean.ts';
import { dateReader } from './read-date.ts';
import { listReader } from './read-list.ts';
import { numberReader } from './read-number.ts';
import { timeZoneReader } from './read-time-zone.ts';

/** Columns of a kind hold the same few values over and over; a text longer than this is not one of them. */
const MOST_REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 100;

/**
 * Makes what reads the cells of one column: texts as they stand, numbers as text, days as YYYY-MM-DD, lists as arrays. A
 * cell of nothing but spaces has no value. Make it once for each column: it remembers what it has read, and may give the
 * same array twice.
 * @param timeZones the names that a file may use (B14)
 */
export function cellReader(
  type: ColumnType,
  rules: Pick<MappingRules, 'separatorSpaces'>,
  timeZones: readonly string[],
): CellReader {
  if (type.kind === 'text') return (text) => (isBlank(text) ? NO_VALUE : { value: text });
  const read = kindReader(type, rules, timeZones);
  const remembered = new Map<string, CellReading>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const reading = isBlank(text) ? NO_VALUE : read(text);
    if (text.length <= LONGEST_REMEMBERED && remembered.size < MOST_REMEMBERED) remembered.set(text, reading);
    return reading;
  };
}

function kindReader(
  type: Exclude<ColumnType, { kind: 'text' }>,
  { separatorSpaces }: Pick<MappingRules, 'separatorSpaces'>,
  timeZones: readonly string[],
): CellReader {
  switch (type.kind) {
    case 'number':
      return numberReader();
    case 'date':
      return dateReader(type.format);
    case 'boolean':
      return booleanReader(type.yes, type.no);
    case 'list':
      return listReader(type.separator, separatorSpaces);
    case 'time-zone':
      return timeZoneReader(timeZones);
  }
}

function isBlank(text: string): boolean {
  const code = text.charCodeAt(0);
  // Most cells that are not empty begin with a plain letter or digit.
  return !(code > 0x20 && code < 0x7f) && text.trim() === '';
}
