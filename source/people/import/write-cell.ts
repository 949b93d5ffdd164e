import type { ColumnType } from '../../model/mapping.ts';
import type { ProfileValue } from '../../model/user.ts';
import { formatDate } from './date-text.ts';

/**
 * The cell of a column for a value, not guarded: days in its format, lists joined with its separator, its first word for
 * yes or no. A value that is not of the column's kind is written as an export without a mapping writes it.
 */
export function writeCell(value: ProfileValue, type: ColumnType): string {
  if (typeof value === 'string') return type.kind === 'date' ? formatDate(value, type.format) : value;
  if (Array.isArray(value)) return value.join(type.kind === 'list' ? type.separator : ';');
  const [yes, no] = type.kind === 'boolean' ? [type.yes[0], type.no[0]] : [];
  return value ? (yes ?? 'TRUE') : (no ?? 'FALSE');
}
