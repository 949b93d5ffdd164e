import { IMPORT_FIELDS, type ImportField } from '../../model/import-field.ts';
import type { ColumnType, Mapping } from '../../model/mapping.ts';
import type { ProfileValue } from '../../model/user.ts';
import type { CellReader } from './cell-reading.ts';
import type { PlaceOf } from './draft-row.ts';
import { erasedFields } from './erased-fields.ts';
import type { FileRow, ImportContext, PeopleFile } from './import-check.ts';
import type { IdentityPlaces } from './match-person.ts';
import { OWN_ID_HEADING } from './own-headings.ts';
import { cellReader } from './read-cell.ts';

/** One mapped column of a file. */
export interface FileColumn {
  field: ImportField;
  heading: string;
  /** Where its cells stand, from 0. */
  place: number;
  type: ColumnType;
  read: CellReader;
  isRequired: boolean;
  /** A text of the store that stands in its cell just so is what an export writes, and nothing more is to know of it. */
  isAsWritten: boolean;
}

/** What is made ready once before the rows of a file are looked at. */
export interface CheckGround {
  mapping: Mapping;
  today: string;
  /** The mapped columns that say something about people, in the order of the fields. */
  columns: readonly FileColumn[];
  identity: IdentityPlaces;
  /** Fields without a column whose values go (X13). */
  erased: readonly ImportField[];
  placeOf: PlaceOf;
  /** The text of a cell, by the line on which its row begins. */
  cellOf(line: number, place: number): string;
}

/** Makes ready what `file` is read with. Headings that are not there are no columns. */
export function checkGround(file: PeopleFile, mapping: Mapping, context: ImportContext): CheckGround {
  const { required } = mapping.rules;
  const all = mapping.columns.flatMap(({ heading, field, type }): FileColumn[] => {
    const place = file.headings.indexOf(heading);
    if (place < 0) return [];
    const read = cellReader(type, mapping.rules, context.timeZones);
    const isDate = type.kind === 'date';
    const isAsWritten = field !== 'Deactivated' && (!isDate || type.format === 'YYYY-MM-DD');
    return [{ field, heading, place, type, read, isRequired: required.includes(field), isAsWritten }];
  });
  const byField = new Map(all.map((column) => [column.field, column]));
  const id = byField.get('User ID');
  const email = byField.get('Email');
  const rows = new Map<number, FileRow>();
  const cellOf = (line: number, place: number) => {
    if (rows.size === 0) for (const row of file.rows) rows.set(row.line, row);
    return rows.get(line)?.cells[place] ?? '';
  };
  return {
    mapping,
    today: context.today,
    columns: IMPORT_FIELDS.flatMap((field) => (field === 'User ID' ? [] : (byField.get(field) ?? []))),
    identity: {
      id: id?.place ?? -1,
      idHeading: id?.heading ?? 'User ID',
      email: email?.place ?? -1,
      emailHeading: email?.heading ?? 'Email',
      own: id === undefined ? file.headings.indexOf(OWN_ID_HEADING) : -1,
    },
    erased: erasedFields(mapping, file.headings),
    placeOf: ({ line }, field) => {
      const column = byField.get(field);
      return column === undefined
        ? { column: field, text: '' }
        : { column: column.heading, text: cellOf(line, column.place) };
    },
    cellOf,
  };
}

/** Whether two values of a field are the same; lists in their order. */
export function isSameValue(left: ProfileValue | null, right: ProfileValue | null): boolean {
  if (left === right) return true;
  if (!Array.isArray(left) || !Array.isArray(right) || left.length !== right.length) return false;
  return left.every((entry, index) => entry === right[index]);
}
