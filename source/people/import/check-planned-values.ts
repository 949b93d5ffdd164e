import type { ImportField } from '../../model/import-field.ts';
import type { ColumnType, Mapping } from '../../model/mapping.ts';
import type { ProblemCode } from '../../model/pair.ts';
import type { ProfileValue } from '../../model/user.ts';
import type { CellReader } from './cell-reading.ts';
import { isSameValue } from './check-ground.ts';
import { checkValues } from './check-values.ts';
import { addProblem, changeOf, type DraftRow, type PlaceOf } from './draft-row.ts';
import { defaultType } from './field-types.ts';
import { cellReader } from './read-cell.ts';
import { readSoundCell } from './read-sound-cell.ts';
import { writeCell } from './write-cell.ts';

/** How the cells of a file were read. */
export interface FileReading {
  mapping: Mapping;
  /** The names that it may use (B14). */
  timeZones: readonly string[];
}

/** What is said of a value that is of another kind than its field. */
const FAULTS: Record<ColumnType['kind'], { code: ProblemCode; what: string }> = {
  text: { code: 'unreadable', what: 'a text' },
  number: { code: 'unreadable', what: 'a text' },
  'time-zone': { code: 'unreadable', what: 'a text' },
  date: { code: 'bad-date', what: 'a day, YYYY-MM-DD' },
  boolean: { code: 'bad-boolean', what: 'true or false' },
  list: { code: 'bad-list', what: 'a list of names' },
};

const CURE = 'Mend it in the file, and make the plan anew with "handover import".';

/**
 * The check of what planned rows set: each value is written as a cell of its column and read again, by all that a file's
 * cells have to pass, and whoever is created or changed keeps what the mapping requires, and an address or a login.
 */
export function plannedValuesCheck({ mapping, timeZones }: FileReading): (row: DraftRow, placeOf: PlaceOf) => void {
  const { columns, rules } = mapping;
  const readers = new Map<string, { type: ColumnType; read: CellReader }>();
  const readerOf = (field: ImportField) => {
    const known = readers.get(field);
    if (known !== undefined) return known;
    const type = columns.find((column) => column.field === field)?.type ?? defaultType(field);
    const made = { type, read: cellReader(type, rules, timeZones) };
    readers.set(field, made);
    return made;
  };
  return (row, placeOf) => {
    for (const { field, source } of row.fields) {
      if (source === null && field !== 'Active?') continue;
      const { type, read } = readerOf(field as ImportField);
      const place = { column: field, text: typeof source === 'string' ? source : JSON.stringify(source) };
      const { code, what } = FAULTS[type.kind];
      const refuse = () =>
        addProblem(row, place, code, `The value of ${field} is not ${what}, as an import has it.`, CURE);
      // A state may come from a date as well, and a column need not have a word for each.
      if (type.kind === 'boolean') {
        if (typeof source !== 'boolean') refuse();
        continue;
      }
      const reading = readSoundCell(writeCell(source as ProfileValue, type), type, read);
      if ('code' in reading) addProblem(row, place, reading.code, reading.message, CURE);
      else if (!isSameValue(reading.value, source as ProfileValue)) refuse();
    }
    for (const field of rules.required) checkRequired(row, field);
    checkValues(row, rules, placeOf);
  };
}

/** No values of whoever has them: whom the row is about, and a day that goes as the account is opened (X15). */
const FLEETING: ReadonlySet<ImportField> = new Set<ImportField>(['User ID', 'Deactivated']);

/** Somebody new gets what is required, and nobody loses it. */
function checkRequired(row: DraftRow, field: ImportField): void {
  const change = changeOf(row, field);
  if (FLEETING.has(field) || (change === undefined ? row.user !== null : change.source !== null)) return;
  addProblem(row, { column: field, text: '' }, 'required', `${field} is empty.`, CURE);
}
