import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkImport } from '../../../source/people/import/check-import.ts';
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
  expect(headings).toBe('User ID,Email,First Name,Team,Line,Problem');
  expect(row).toMatch(/^'-20,person20@example\.com,'=1\+1,Suoth,3,"?User ID: “-20” in User ID is not a user ID/);
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
  expect(again.rows.map(({ cells }) => cells.slice(0, 4))).toEqual(file.rows.map(({ cells }) => cells));
  const check = checkImport(again, mappingOf(FIELDS), CONTEXT);
  expect(check.warnings).toEqual([]);
  expect(placesOf(check)).toEqual([
    [2, 'Email', 'a', 'bad-email'],
    [3, 'Email', 'b', 'bad-email'],
  ]);
  await writeProblemRows(again, check, second);
  expect((await readPeopleFile(second)).headings).toEqual([...FIELDS, 'Line', 'Problem']);
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
  expect(again.headings).toEqual([...headings, 'Line (handover)', 'Problem (handover)']);
  await writeFile(mended, (await readFile(path, 'utf8')).replace('2024-13-01', '2024-12-01'));
  const check = checkImport(await readPeopleFile(mended), mapping, context);
  expect(check.rows[0]?.fields.map(({ field, source }) => [field, source])).toEqual([['Activated', '2024-12-01']]);
  expect(check.warnings.map(({ code, column }) => [code, column])).toEqual([['column-left-out', 'problem']]);

  await writeProblemRows(again, checkImport(again, mapping, context), second);
  expect((await readPeopleFile(second)).headings).toEqual(again.headings);
});

it('has no heading of a column that the mapping knows and the file lacks', async () => {
  const mapping = mappingOf(['Email', 'First Name']);
  mapping.columns.push({ heading: 'LINE', field: 'Employee ID', type: { kind: 'text' } });
  const file = fileOf(['Email', 'First Name'], [['not an address', 'New']]);
  const path = join(await tempFolder(), 'problems.csv');
  await writeProblemRows(file, checkImport(file, mapping, CONTEXT), path);
  expect((await readPeopleFile(path)).headings.slice(2)).toEqual(['Line (handover)', 'Problem (handover)']);
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
  expect((await readFile(path, 'utf8')).split('\r\n')[1]?.split(',')[0]).toBe(written);
});
