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

/** The columns that a file with these headings lacks; they stay in the mapping for files that have them. */
export function absentColumns(mapping: Mapping, headings: readonly string[]): MappedColumn[] {
  return mapping.columns.filter(({ heading }) => !headings.includes(heading));
}

/** The mapping with just the columns that a file with these headings has: as it is read, and as one made from it is saved. */
export function withoutAbsent(mapping: Mapping, headings: readonly string[]): Mapping {
  return { ...mapping, columns: mapping.columns.filter(({ heading }) => headings.includes(heading)) };
}

/** Fields that each row must have and none of these headings is mapped to. */
export function missingFields(mapping: Mapping, headings: readonly string[]): ImportField[] {
  const { columns } = withoutAbsent(mapping, headings);
  return mapping.rules.required.filter((field) => !columns.some((column) => column.field === field));
}
