import { type ImportField, PEOPLE_COLUMNS } from '../../model/import-field.ts';
import type { Mapping } from '../../model/mapping.ts';
import { withoutAbsent } from './change-mapping.ts';

/**
 * The fields of existing people that a file with these headings erases for want of a column, as far as the mapping erases
 * what is missing: those that the mapping names and the file lacks, and those of B13, named or not. The document makes no
 * difference there: what the file does not hold is deleted (B8), so that a mapping of a few columns with `missing` "erase"
 * says that these are all that people shall have. Fields beyond B13 (Divisions) follow it only where the mapping names
 * them: a file of another system says nothing of them. Whom a row is about, whether an account is active, and what is
 * required is never erased.
 */
export function erasedFields(mapping: Mapping, headings: readonly string[]): ImportField[] {
  if (mapping.missing !== 'erase') return [];
  const known = new Set<ImportField>([...PEOPLE_COLUMNS, ...mapping.columns.map(({ field }) => field)]);
  for (const field of ['User ID', 'Active?', ...mapping.rules.required] as const) known.delete(field);
  const mapped = new Set(withoutAbsent(mapping, headings).columns.map(({ field }) => field));
  return [...known].filter((field) => !mapped.has(field));
}
