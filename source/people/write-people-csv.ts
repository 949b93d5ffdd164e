import { guardFormula } from '../csv/formula-guard.ts';
import { writeRows } from '../csv/write-rows.ts';
import { PEOPLE_COLUMNS } from '../model/import-field.ts';
import type { User } from '../model/user.ts';
import { cellOf } from './columns.ts';

/**
 * The export as rows of cells, the heading line first: From User ID, an empty To User ID, then the import columns (A11,
 * A12, B13). Texts are guarded against being run as formulas, user IDs never.
 */
export function* peopleRows(users: Iterable<User>): Generator<string[]> {
  yield ['From User ID', 'To User ID', ...PEOPLE_COLUMNS];
  for (const user of users) {
    const cells = PEOPLE_COLUMNS.map((column) => {
      const cell = cellOf(user, column);
      return column === 'User ID' ? cell : guardFormula(cell);
    });
    yield [String(user.id), '', ...cells];
  }
}

/**
 * Writes the export of everybody in `users`, active or not, to a CSV file of its owner's (0600): UTF-8, commas, CRLF.
 * `bom` marks it for spreadsheets that otherwise guess. Never replaces a file without `force`.
 * @throws HandoverError `file-exists` or `not-written`
 */
export async function writePeopleCsv(
  users: Iterable<User>,
  out: string,
  options: { force?: boolean; bom?: boolean } = {},
): Promise<{ path: string; people: number }> {
  const rows = await writeRows(out, peopleRows(users), options);
  return { path: out, people: rows - 1 };
}
