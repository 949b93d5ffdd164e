import type { DateFormat, Mapping } from '../../model/mapping.ts';
import type { PeopleFile } from './import-check.ts';

/**
 * How the columns that hold dates in `file` are read by `mapping`. A part of the rows, read by itself, may look as if they
 * were written otherwise.
 */
export function datesOf(
  { headings, rows }: Pick<PeopleFile, 'headings' | 'rows'>,
  { columns }: Pick<Mapping, 'columns'>,
): { heading: string; format: DateFormat }[] {
  return columns.flatMap(({ heading, type }) => {
    const place = headings.indexOf(heading);
    const isFilled = place >= 0 && rows.some(({ cells }) => (cells[place] ?? '').trim() !== '');
    return type.kind === 'date' && isFilled ? [{ heading, format: type.format }] : [];
  });
}
