import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { guardFormula } from '../../source/csv/formula-guard.ts';
import { PEOPLE_COLUMNS } from '../../source/model/import-field.ts';
import type { User } from '../../source/model/user.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { readPairsFile } from '../../source/pairs/read-pairs-file.ts';
import { peopleRows, writePeopleCsv } from '../../source/people/write-people-csv.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

const EVE: User = {
  id: 19,
  login: '=eve',
  email: 'eve@example.com',
  firstName: '=HYPERLINK("x")',
  lastName: 'Müller, "E"\nII',
  active: false,
  access: 'user',
  profile: {
    Activated: '2020-01-02',
    'Enable Scheduling': true,
    'Full Scope': false,
    Roles: ['Agent', 'Viewer'],
    'Employee ID': '-5',
    Rank: '3',
  },
  mergedInto: null,
};
const ADAM: User = { ...EVE, id: 20, active: true, email: 'adam@example.com', firstName: 'Adam', profile: {} };

describe('columns', () => {
  it('are the 29 of the document, in its order', () => {
    expect(PEOPLE_COLUMNS).toHaveLength(29);
    expect([...PEOPLE_COLUMNS]).toEqual([...PEOPLE_COLUMNS].sort((left, right) => left.localeCompare(right, 'en')));
  });

  it.each([
    ['Email', 'eve@example.com'],
    ['First Name', '=HYPERLINK("x")'],
    ['Login', '=eve'],
    ['User ID', '19'],
    ['From User ID', '19'],
    ['Activated', '2020-01-02'],
    ['Enable Scheduling', 'TRUE'],
    ['Full Scope', 'FALSE'],
    ['Roles', 'Agent;Viewer'],
    ['Team', ''],
  ] as const)('%s is written as %j', (column, cell) => {
    const [heading = [], row = []] = [...peopleRows([EVE])];
    expect(row[heading.indexOf(column)]).toBe(guardFormula(cell));
  });
});

describe('people.csv', () => {
  it('has both id columns first, the second one empty, and everybody in it', async () => {
    const path = join(await tempFolder(), 'people.csv');
    expect(await writePeopleCsv([EVE, ADAM], path)).toEqual({ path, people: 2, unfit: [] });
    const rows: string[][] = parse(await readFile(path));
    expect(rows[0]).toEqual(['From User ID', 'To User ID', ...PEOPLE_COLUMNS]);
    expect(rows.slice(1).map((row) => row.slice(0, 2))).toEqual([
      ['19', ''],
      ['20', ''],
    ]);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('guards texts against being run as formulas, and never an id', () => {
    const [heading = [], row = []] = [...peopleRows([EVE])];
    const cell = (column: string): string | undefined => row[heading.indexOf(column)];
    expect(cell('First Name')).toBe('\'=HYPERLINK("x")');
    expect(cell('Login')).toBe("'=eve");
    expect(cell('Employee ID')).toBe("'-5");
    expect([cell('From User ID'), cell('User ID'), cell('Rank')]).toEqual(['19', '19', '3']);
  });

  it('comes back as a file of pairs without a warning, awkward names and all', async () => {
    const path = join(await tempFolder(), 'people.csv');
    await writePeopleCsv([EVE, ADAM], path, { bom: true });
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('\r\n19,,', '\r\n19,20,'));
    const file = await readPairsFile(path);
    const users = new Map([EVE, ADAM].map((user) => [user.id, user]));
    const matched = matchPairs({ rows: file.rows, direction: 'from-to', users, view: null, donePairs: new Map() });
    expect(matched).toEqual({ pairs: [{ line: 2, source: 19, target: 20 }], skipped: 1, problems: [], warnings: [] });
    expect([...file.problems, ...file.warnings]).toEqual([]);
  });

  it('is never replaced unasked', async () => {
    const path = join(await tempFolder(), 'people.csv');
    await writeFile(path, 'mine');
    await expect(writePeopleCsv([EVE], path)).rejects.toMatchObject({ code: 'file-exists' });
    expect(await readFile(path, 'utf8')).toBe('mine');
    await writePeopleCsv([EVE], path, { force: true });
    expect(await readFile(path, 'utf8')).toContain('From User ID');
  });
});
