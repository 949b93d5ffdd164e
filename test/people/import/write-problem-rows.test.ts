import { readFile } from 'node:fs/promises';
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
  expect(row).toMatch(/^-20,person20@example\.com,'=1\+1,Suoth,3,"?User ID: “-20” in User ID is not a user ID/);
  expect(end).toBe('');
  await expect(writeProblemRows(file, check, path)).rejects.toMatchObject({ code: 'file-exists' });
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
