import type { FieldChange } from '../../model/change.ts';
import type { ImportField } from '../../model/import-field.ts';
import { foldText } from '../fold-text.ts';

const NAMES: readonly ImportField[] = ['First Name', 'Last Name'];
/** What one person keeps, though they marry or move. */
const MARKS: readonly ImportField[] = ['Email', 'Login', 'Employee ID'];

/**
 * Whether the values that change make somebody else of a person, as those of a column do that has slipped by a row: first
 * and last name, and with them the address, the login or the Employee ID. To give a value that was not there, or to spell
 * it in another case or with other accents, makes nobody another.
 */
export function becomesAnother(fields: readonly FieldChange[]): boolean {
  return NAMES.every((field) => isOther(fields, field)) && MARKS.some((field) => isOther(fields, field));
}

function isOther(fields: readonly FieldChange[], name: ImportField): boolean {
  const change = fields.find(({ field }) => field === name);
  if (change === undefined) return false;
  const { source, target } = change;
  return typeof source === 'string' && typeof target === 'string' && foldText(source) !== foldText(target);
}
