import type { ImportField } from '../../model/import-field.ts';
import type { ColumnType, MappedColumn, Mapping } from '../../model/mapping.ts';

/** The column that this heading is mapped to; undefined: it is left out. */
export function columnOf(mapping: Mapping, heading: string): MappedColumn | undefined {
  return mapping.columns.find((column) => column.heading === heading);
}

/** The heading that this field is mapped to; undefined: none. */
export function headingOf(mapping: Mapping, field: string): string | undefined {
  return mapping.columns.find((column) => column.field === field)?.heading;
}

/**
 * The mapping with `heading` mapped to `field`, its cells of `type`. One heading has one field and one field one heading:
 * another heading that had the field is left out.
 */
export function mapHeading(mapping: Mapping, heading: string, field: ImportField, type: ColumnType): Mapping {
  const others = mapping.columns.filter((column) => column.heading !== heading && column.field !== field);
  return { ...mapping, columns: [...others, { heading, field, type }] };
}

/** The mapping without that heading. */
export function unmapHeading(mapping: Mapping, heading: string): Mapping {
  return { ...mapping, columns: mapping.columns.filter((column) => column.heading !== heading) };
}

/** The mapping with the cells of `heading` being of `type`. */
export function retypeHeading(mapping: Mapping, heading: string, type: ColumnType): Mapping {
  return {
    ...mapping,
    columns: mapping.columns.map((column) => (column.heading === heading ? { ...column, type } : column)),
  };
}

/** Fields that each row must have and no heading is mapped to. */
export function missingFields(mapping: Mapping): ImportField[] {
  return mapping.rules.required.filter((field) => headingOf(mapping, field) === undefined);
}
