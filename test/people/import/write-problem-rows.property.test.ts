import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkImport } from '../../../source/people/import/check-import.ts';
import type { PeopleFile } from '../../../source/people/import/import-check.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { writeProblemRows } from '../../../source/people/import/write-problem-rows.ts';
import { fc } from '../../helpers/fast-check.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { contextOf, mappingOf, person } from './given-import.ts';

const FIELDS = ['User ID', 'Email', 'First Name', 'Team', 'Roles', 'Activated'] as const;
// As many seats as anybody wants: whether one is left is told by the other rows, and by what was applied meanwhile.
const CONTEXT = contextOf([person(19), person(20), person(21), person(22, { active: false })]);

/** Cells of each field, sound and not. */
const CELLS: Record<(typeof FIELDS)[number], readonly string[]> = {
  'User ID': ['19', '20', '21', '22', '0', '', '-19', '019', '=19', '99'],
  Email: ['person19@example.com', 'person20@example.com', 'a@b.example', 'A@B.example', 'nobody', ''],
  'First Name': ['First19', 'x', '', 'Zoë', '=1+1', "'-x", 'two\r\nlines', 'a "b"', 'a,b', '{}', '{"a":1}', ' '],
  Team: ['North', 'Suoth', '', '#REF!'],
  Roles: ['Agent', 'Agent;Supervisor', 'Agent|Supervisor', 'Nobody', ''],
  Activated: ['03/04/2024', '13/04/2024', '04/13/2024', '2024-04-03', '45000', ''],
};

/** Any cells, more or fewer than the headings at times, and a blank line now and then. */
const ROW: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(...FIELDS.map((field) => fc.constantFrom(...CELLS[field]))) },
  { weight: 3, arbitrary: fc.array(fc.constantFrom(...Object.values(CELLS).flat()), { minLength: 1, maxLength: 9 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      [''],
      FIELDS.map(() => ''),
      [...FIELDS.map(() => ''), '', 'x'],
    ),
  },
);

const quoted = (rows: readonly (readonly string[])[], newline: string) =>
  rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join(newline);

const cellsOf = ({ cells, ragged, surplus = [] }: PeopleFile['rows'][number]) => [
  ...cells.slice(0, ragged ?? cells.length),
  ...surplus,
];

/** As a spreadsheet saves it: every row, the headings too, with as many cells as the longest. */
function squared({ headings, rows }: PeopleFile): string {
  const table = [headings, ...rows.map(cellsOf)];
  const width = Math.max(...table.map(({ length }) => length));
  return quoted(
    table.map((cells) => Array.from({ length: width }, (_, place) => cells[place] ?? '')),
    '\r\n',
  );
}

it('a row that is a problem is one again in the file of such rows, no good row is there, and no cell is lost', async () => {
  const folder = await tempFolder();
  const [path, bad, worse, saved] = ['people.csv', 'bad.csv', 'worse.csv', 'saved.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  const options = fc.record({
    blanks: fc.constantFrom('erase' as const, 'keep' as const),
    missing: fc.constantFrom('erase' as const, 'keep' as const),
    format: fc.constantFrom('DD/MM/YYYY' as const, 'MM/DD/YYYY' as const, 'YYYY-MM-DD' as const),
    isById: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(ROW, { minLength: 1, maxLength: 8 }),
      options,
      fc.constantFrom('\n', '\r\n'),
      async (rows, { blanks, missing, format, isById }, newline) => {
        const fields = isById ? FIELDS : FIELDS.slice(1);
        const mapping = mappingOf(fields, { blanks, missing });
        for (const column of mapping.columns) if (column.field === 'Activated') column.type = { kind: 'date', format };
        await writeFile(path, quoted([FIELDS, ...rows], newline));
        const file = await readPeopleFile(path);
        const check = checkImport(file, mapping, CONTEXT);
        const wrong = check.rows.filter(({ kind }) => kind === 'problem').map(({ line }) => line);
        await writeProblemRows(file, check, bad, { force: true });
        const again = await readPeopleFile(bad);
        const kindsOf = (read: PeopleFile) => checkImport(read, mapping, CONTEXT).rows.map(({ kind }) => kind);

        expect(again.rows.map(({ cells }) => Number(cells[0]))).toEqual(wrong);
        const byLine = new Map(file.rows.map((row) => [row.line, row]));
        for (const row of again.rows) {
          const before = byLine.get(Number(row.cells[0]));
          expect(cellsOf(row).slice(2)).toEqual(before === undefined ? null : cellsOf(before));
        }
        if (wrong.length === 0) return;
        const problems = wrong.map(() => 'problem');
        expect(kindsOf(again)).toEqual(problems);
        await writeFile(saved, squared(again));
        expect(kindsOf(await readPeopleFile(saved))).toEqual(problems);

        await writeProblemRows(again, checkImport(again, mapping, CONTEXT), worse, { force: true });
        const third = await readPeopleFile(worse);
        expect(kindsOf(third)).toEqual(problems);
        expect(third.rows.map((row) => cellsOf(row).slice(2))).toEqual(again.rows.map((row) => cellsOf(row).slice(2)));
      },
    ),
    { numRuns: 120 },
  );
});
