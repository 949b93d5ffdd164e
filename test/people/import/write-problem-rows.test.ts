import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRows } from '../../../source/csv/read-rows.ts';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { editCell, editedFile, NO_EDITS } from '../../../source/people/import/edit-rows.ts';
import type { PeopleFile } from '../../../source/people/import/import-check.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { writeProblemRows } from '../../../source/people/import/write-problem-rows.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { contextOf, fileOf, mappingOf, person, placesOf } from './given-import.ts';

const FIELDS = ['User ID', 'Email', 'First Name', 'Team'] as const;
const CONTEXT = contextOf([person(19), person(20)]);

it('writes the rows with problems and nothing else, as they stood, with line and reasons', async () => {
  const file = fileOf(
    ['User ID', 'Email', 'First Name', 'Team'],
    [
      ['19', 'person19@example.com', 'Good', 'South'],
      ['-20', 'person20@example.com', '=1+1', 'Suoth'],
      ['', '', '', ''],
    ],
  );
  const check = checkImport(file, mappingOf(FIELDS), CONTEXT);
  const path = join(await tempFolder(), 'problems.csv');
  expect(await writeProblemRows(file, check, path)).toBe(1);
  const [headings, row, end] = (await readFile(path, 'utf8')).split('\r\n');
  expect(headings).toBe('Line,Problem,User ID,Email,First Name,Team');
  expect(row).toMatch(/^3,"?User ID: “-20” in User ID is not a user ID.*,'-20,person20@example\.com,'=1\+1,Suoth$/);
  expect(end).toBe('');
  await expect(writeProblemRows(file, check, path)).rejects.toMatchObject({ code: 'file-exists' });
});

it('never takes the place of the file whose rows they are', async () => {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, 'User ID,Email\n19,a\n-20,b\n');
  const file = await readPeopleFile(path);
  const check = checkImport(file, mappingOf(['User ID', 'Email']), CONTEXT);
  await expect(writeProblemRows(file, check, path, { force: true })).rejects.toMatchObject({ code: 'same-file' });
  expect(await readFile(path, 'utf8')).toBe('User ID,Email\n19,a\n-20,b\n');
});

it('is read again as the file it came from, so that a mended one is imported, and a second round has the lines anew', async () => {
  const file = fileOf(
    ['User ID', 'Email', 'First Name', 'Team'],
    [
      ['19', 'a', 'x', 'North'],
      ['20', 'b', "'=y", 'North'],
    ],
  );
  const folder = await tempFolder();
  const [first, second] = [join(folder, 'first.csv'), join(folder, 'second.csv')];
  await writeProblemRows(file, checkImport(file, mappingOf(FIELDS), CONTEXT), first);
  const again = await readPeopleFile(first);
  expect(again.rows.map(({ cells }) => cells.slice(2))).toEqual(file.rows.map(({ cells }) => cells));
  const check = checkImport(again, mappingOf(FIELDS), CONTEXT);
  expect(check.warnings).toEqual([]);
  expect(placesOf(check)).toEqual([
    [2, 'Email', 'a', 'bad-email'],
    [3, 'Email', 'b', 'bad-email'],
  ]);
  await writeProblemRows(again, check, second);
  expect((await readPeopleFile(second)).headings).toEqual(['Line', 'Problem', ...FIELDS]);
});

it('leaves columns called Line and Problem in, which are not its own, and puts its own beside them', async () => {
  const headings = ['Line', 'Email', 'First Name', 'Activated', 'problem'];
  const mapping = mappingOf(['Email', 'First Name', 'Activated']);
  mapping.columns.push({ heading: 'Line', field: 'Employee ID', type: { kind: 'text' } });
  const file = fileOf(headings, [['LH000012', 'person19@example.com', 'First19', '2024-13-01', 'none']]);
  const context = contextOf([person(19, { profile: { 'Employee ID': 'LH000012' } })]);
  const folder = await tempFolder();
  const [path, mended, second] = ['p.csv', 'mended.csv', 'second.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeProblemRows(file, checkImport(file, mapping, context), path);
  const again = await readPeopleFile(path);
  expect(again.headings).toEqual(['Line (handover)', 'Problem (handover)', ...headings]);
  await writeFile(mended, (await readFile(path, 'utf8')).replaceAll('2024-13-01', '2024-12-01'));
  const check = checkImport(await readPeopleFile(mended), mapping, context);
  expect(check.rows[0]?.fields.map(({ field, source }) => [field, source])).toEqual([['Activated', '2024-12-01']]);
  expect(check.warnings.map(({ code, column }) => [code, column])).toEqual([['column-left-out', 'problem']]);

  await writeProblemRows(again, checkImport(again, mapping, context), second);
  expect((await readPeopleFile(second)).headings).toEqual(again.headings);
});

it('knows its columns behind those of the file too, where they once stood', async () => {
  const folder = await tempFolder();
  const [path, second] = [join(folder, 'p.csv'), join(folder, 'second.csv')];
  await writeFile(path, 'User ID,Email,First Name,Team,Line,Problem\n19,a,x,North,7,Email: what it was\n');
  const file = await readPeopleFile(path);
  const check = checkImport(file, mappingOf(FIELDS), CONTEXT);
  expect(check.warnings).toEqual([]);
  await writeProblemRows(file, check, second);
  const again = await readPeopleFile(second);
  expect(again.headings).toEqual(['Line', 'Problem', ...FIELDS]);
  expect(again.rows[0]?.cells.slice(2)).toEqual(['19', 'a', 'x', 'North']);
});

describe('rows with too few or too many cells', () => {
  const RAGGED = ['User ID,Email,First Name,Team', '19,x,North', "20,b,c,South,,'=1,z", '21,a', ''].join('\n');
  const checkOf = (file: PeopleFile) => checkImport(file, mappingOf(FIELDS), CONTEXT);
  const codesOf = (file: PeopleFile) => placesOf(checkOf(file)).map(([line, , , code]) => [line, code]);
  const RAGGED_ROWS = [2, 3, 4].map((line) => [line, 'ragged-row']);

  async function written(content: string) {
    const folder = await tempFolder();
    const [path, bad, saved] = ['people.csv', 'bad.csv', 'saved.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await writeFile(path, content);
    const file = await readPeopleFile(path);
    await writeProblemRows(file, checkOf(file), bad);
    return { file, bad, saved, rows: await cellsOf(bad) };
  }

  it('are written with all of their cells, in their order, and are too few or too many again', async () => {
    const { file, bad, rows } = await written(RAGGED);
    expect(codesOf(file)).toEqual(RAGGED_ROWS);
    expect(rows.map((cells) => cells.slice(2))).toEqual([
      ['User ID', 'Email', 'First Name', 'Team'],
      ['19', 'x', 'North'],
      ['20', 'b', 'c', 'South', '', "'=1", 'z'],
      ['21', 'a'],
    ]);
    expect(rows[1]?.[1]).toMatch(/^Email: The row has 3 cells, and the heading line 4\. .* empty this cell/);
    expect(codesOf(await readPeopleFile(bad))).toEqual(RAGGED_ROWS);
  });

  it('lose no cell when they are written once more', async () => {
    const { bad, saved, rows } = await written(RAGGED);
    const again = await readPeopleFile(bad);
    await writeProblemRows(again, checkOf(again), saved);
    expect((await cellsOf(saved)).map((cells) => cells.slice(2))).toEqual(rows.map((cells) => cells.slice(2)));
  });

  it('stay a problem in what a spreadsheet saves, where all rows are as long, until their reason is emptied', async () => {
    const { saved, rows } = await written(RAGGED);
    const save = (table: readonly string[][]) => {
      const full = table.map((cells) => Array.from({ length: 9 }, (_, place) => `"${cells[place] ?? ''}"`).join(','));
      return writeFile(saved, `${full.join('\r\n')}\r\n`);
    };
    await save(rows);
    const filled = await readPeopleFile(saved);
    expect(filled.headings.slice(6)).toEqual(['', 'column 8', 'column 9']);
    expect(codesOf(filled)).toEqual(RAGGED_ROWS);
    const [problem] = checkOf(filled).problems;
    expect(problem?.message).toBe('The row had too few or too many cells when it was written here.');
    expect(problem?.cure).toContain('empty its “Problem”');

    const [headings = [], [line = ''] = [], ...others] = rows;
    await save([headings, [line, '', '19', 'person19@example.com', 'x', 'North'], ...others]);
    expect(codesOf(await readPeopleFile(saved))).toEqual(RAGGED_ROWS.slice(1));
  });

  it('are mended by their cells and their reason, not by one of them', async () => {
    const { saved, rows } = await written(RAGGED);
    const reason = rows[1]?.[1] ?? '';
    const codesWith = async (...row: string[]) => {
      await writeFile(saved, `${rows[0]?.join(',')}\r\n${row.map((cell) => `"${cell}"`).join(',')}\r\n`);
      return codesOf(await readPeopleFile(saved));
    };
    expect(await codesWith('2', '', '19', 'x', 'North')).toEqual([[2, 'ragged-row']]);
    expect(await codesWith('2', reason, '19', 'person19@example.com', 'x', 'North')).toEqual([[2, 'ragged-row']]);
    expect(await codesWith('2', '', '19', 'person19@example.com', 'x', 'North')).toEqual([]);
  });

  it('are none that are blank where something stands behind the last heading', async () => {
    const { file, rows } = await written('User ID,Email,First Name,Team\n,,,,important\n,,,,\n\n');
    expect(codesOf(file)).toEqual([[2, 'ragged-row']]);
    expect(checkOf(file).counts).toMatchObject({ problems: 1, skipped: 2 });
    expect(rows.slice(1).map((cells) => cells.slice(2))).toEqual([['', '', '', '', 'important']]);
  });

  it('keep what stands behind the last heading when another cell was mended and a problem is left', async () => {
    const { file, bad } = await written('User ID,Email,First Name,Team\n20,nobody,c,South,important\n');
    const edited = editedFile(file, editCell(NO_EDITS, 2, 2, 'd'));
    expect(codesOf(edited)).toEqual([[2, 'bad-email']]);
    await writeProblemRows(edited, checkOf(edited), bad, { force: true });
    expect((await cellsOf(bad))[1]?.slice(2)).toEqual(['20', 'nobody', 'd', 'South', 'important']);
  });
});

/** Every row of a file as it stands, the heading line first. */
async function cellsOf(path: string): Promise<string[][]> {
  const rows: string[][] = [];
  await readRows(path, { onRow: (cells) => rows.push(cells) });
  return rows;
}

it('has no heading of a column that the mapping knows and the file lacks', async () => {
  const mapping = mappingOf(['Email', 'First Name']);
  mapping.columns.push({ heading: 'LINE', field: 'Employee ID', type: { kind: 'text' } });
  const file = fileOf(['Email', 'First Name'], [['not an address', 'New']]);
  const path = join(await tempFolder(), 'problems.csv');
  await writeProblemRows(file, checkImport(file, mapping, CONTEXT), path);
  expect((await readPeopleFile(path)).headings.slice(0, 2)).toEqual(['Line (handover)', 'Problem (handover)']);
});

it.each([
  ['19', '19'],
  [' 19 ', ' 19 '],
  ['=HYPERLINK(1)', `'=HYPERLINK(1)`],
  ['@SUM(1)', `'@SUM(1)`],
])('a user ID %j is written as %j: only what is one stays without a guard', async (cell, written) => {
  const file = fileOf(['User ID', 'Email', 'First Name'], [[cell, 'not an address', 'x']]);
  const path = join(await tempFolder(), 'problems.csv');
  await writeProblemRows(file, checkImport(file, mappingOf(FIELDS), CONTEXT), path);
  expect((await readFile(path, 'utf8')).split('\r\n')[1]?.split(',').at(-3)).toBe(written);
});
