import { type ImportField, PEOPLE_COLUMNS } from '../model/import-field.ts';
import type { ColumnType, MappedColumn, Mapping } from '../model/mapping.ts';
import { defaultType } from './import/field-types.ts';

/** The two columns that stand first in an export (A12). */
export const ID_HEADINGS = ['From User ID', 'To User ID'] as const;

/**
 * The columns of an export behind the two id columns: all of B13 in their order, then what else `mapping` knows; headed
 * and written as it says, and otherwise as the import file's document has them. A heading stands once.
 */
export function exportColumns(mapping: Mapping | null): MappedColumn[] {
  const mapped = new Map((mapping?.columns ?? []).map((column) => [column.field, column]));
  const fields: ImportField[] = [...PEOPLE_COLUMNS];
  for (const field of mapped.keys()) if (!fields.includes(field)) fields.push(field);
  const taken = new Set<string>(ID_HEADINGS);
  for (const { heading } of mapped.values()) taken.add(heading);
  return fields.map((field): MappedColumn => {
    const known = mapped.get(field);
    // A mapping may read the user ID from our own first column, which stands there anyway.
    if (known !== undefined && !isIdHeading(known.heading)) return known;
    const heading = freeHeading(field, taken);
    taken.add(heading);
    return { heading, field, type: known?.type ?? typeLike(field, mapping) };
  });
}

/** Of a field that the mapping does not name: as its other columns of the same kind. */
function typeLike(field: ImportField, mapping: Mapping | null): ColumnType {
  const usual = defaultType(field);
  return mapping?.columns.find(({ type }) => type.kind === usual.kind)?.type ?? usual;
}

function isIdHeading(heading: string): boolean {
  return ID_HEADINGS.some((one) => one === heading);
}

function freeHeading(field: string, taken: ReadonlySet<string>): string {
  let heading = field;
  for (let count = 2; taken.has(heading); count += 1) heading = `${field} (${count})`;
  return heading;
}
