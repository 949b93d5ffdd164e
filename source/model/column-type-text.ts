import type { ColumnType } from './mapping.ts';

/** What the cells of a column hold and how it is written there: "date, DD/MM/YYYY". */
export function columnTypeText(type: ColumnType): string {
  switch (type.kind) {
    case 'date':
      return `date, ${type.format}`;
    case 'boolean':
      return `${type.yes.join(' or ')} / ${type.no.join(' or ')}`;
    case 'list':
      return `list, joined with ${type.separator}`;
    case 'time-zone':
      return 'time zone';
    default:
      return type.kind;
  }
}
