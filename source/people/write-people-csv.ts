import type { CreateOptions } from '../csv/create-file.ts';
import { ROW_BYTES } from '../csv/csv-file.ts';
import { guardFormula } from '../csv/formula-guard.ts';
import { writeRows } from '../csv/write-rows.ts';
import type { ImportField } from '../model/import-field.ts';
import type { MappedColumn, Mapping } from '../model/mapping.ts';
import { fieldValue, isFilled } from '../model/profile-field.ts';
import type { ProfileValue, User } from '../model/user.ts';
import { exportColumns, ID_HEADINGS } from './export-columns.ts';
import { cellReader } from './import/read-cell.ts';
import { writeCell } from './import/write-cell.ts';

/** Values that their cells do not give back as they are: a list entry that holds the separator, for one. */
export interface UnfitValue {
  /** User ID. */
  person: number;
  /** Of the column; null: the whole row is too long for a file of people. */
  heading: string | null;
}

export interface ExportOptions extends CreateOptions {
  /** Marks the file for spreadsheets that otherwise guess. */
  bom?: boolean;
  /** Its headings, date formats, separators and words; without one those of the import file's document. */
  mapping?: Mapping;
}

/**
 * The export as rows of cells, the heading line first: From User ID, an empty To User ID, then the import columns (A11,
 * A12, B13). Texts are guarded against being run as formulas, user IDs never.
 * @param onUnfit gets each value that an import into another store would not take for what it is
 */
export function* peopleRows(
  users: Iterable<User>,
  mapping: Mapping | null = null,
  onUnfit: (unfit: UnfitValue) => void = () => undefined,
): Generator<string[]> {
  const columns = exportColumns(mapping);
  yield [...ID_HEADINGS, ...columns.map(({ heading }) => guardFormula(heading))];
  const fits = columns.map((column) => makeFitTest(column, mapping));
  for (const user of users) {
    let length = 0;
    const cells = columns.map(({ field, heading, type }, index) => {
      const value = valueOfField(user, field);
      if (!isFilled(value)) return '';
      const cell = writeCell(value, type);
      length += cell.length;
      if (fits[index]?.(cell, value) === false) onUnfit({ person: user.id, heading });
      return field === 'User ID' ? cell : guardFormula(cell);
    });
    if (length * 4 > ROW_BYTES && Buffer.byteLength(cells.join('","')) > ROW_BYTES * 0.9) {
      onUnfit({ person: user.id, heading: null });
    }
    yield [String(user.id), '', ...cells];
  }
}

/**
 * Writes the export of everybody in `users`, active or not, to a CSV file of its owner's (0600): UTF-8, commas, CRLF.
 * Never replaces a file without `force`.
 * @throws HandoverError `file-exists` or `not-written`
 */
export async function writePeopleCsv(
  users: Iterable<User>,
  out: string,
  { mapping, ...options }: ExportOptions = {},
): Promise<{ path: string; people: number; unfit: UnfitValue[] }> {
  const unfit: UnfitValue[] = [];
  const rows = await writeRows(
    out,
    peopleRows(users, mapping ?? null, (one) => unfit.push(one)),
    options,
  );
  return { path: out, people: rows - 1, unfit };
}

function valueOfField(user: User, field: ImportField): ProfileValue | undefined {
  if (field === 'User ID') return String(user.id);
  return field === 'Active?' ? user.active : fieldValue(user, field);
}

/** Whether a cell, read as its column is read, gives the value back. Time zones are not looked up: they are texts. */
function makeFitTest({ type }: MappedColumn, mapping: Mapping | null) {
  const kind = type.kind === 'time-zone' ? ({ kind: 'text' } as const) : type;
  const read = cellReader(kind, { separatorSpaces: mapping?.rules.separatorSpaces ?? 'trimmed' }, []);
  return (cell: string, value: ProfileValue): boolean => {
    if (!cell.isWellFormed()) return false;
    const reading = read(cell);
    return 'value' in reading && isSame(reading.value, value);
  };
}

function isSame(read: ProfileValue | null, value: ProfileValue): boolean {
  if (!Array.isArray(read) || !Array.isArray(value)) return read === value;
  return read.length === value.length && read.every((entry, index) => entry === value[index]);
}
