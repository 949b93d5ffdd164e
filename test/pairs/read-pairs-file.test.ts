import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PairsFile } from '../../source/pairs/pair-row.ts';
import { readPairsFile } from '../../source/pairs/read-pairs-file.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

async function read(content: string | Uint8Array): Promise<PairsFile> {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, content);
  return readPairsFile(path);
}

const idsOf = (file: PairsFile): [number, string, string][] => file.rows.map((row) => [row.line, row.from, row.to]);

describe('rows', () => {
  it('keeps every row, skipped ones too, with its line and its cells as they stand', async () => {
    const file = await read('From User ID,To User ID\n19, 21 \n20,\n1.9E+01,x\n');
    expect(file).toMatchObject({ problems: [], warnings: [], headings: ['From User ID', 'To User ID'] });
    expect(idsOf(file)).toEqual([
      [2, '19', ' 21 '],
      [3, '20', ''],
      [4, '1.9E+01', 'x'],
    ]);
  });

  it('passes over blank rows, those of a spreadsheet too, and keeps the line numbers', async () => {
    const file = await read('\n\nFrom User ID,To User ID,Email\n\n19,21,a@b\n,,\n , ,\n20,22,c@d\n,,\n');
    expect(file.problems).toEqual([]);
    expect(idsOf(file)).toEqual([
      [5, '19', '21'],
      [8, '20', '22'],
    ]);
  });

  it('keeps whom a filled row says that it is about, and of other rows nothing', async () => {
    const file = await read(
      'From User ID,To User ID,Email,First Name,Last Name\n19,21,j@x,John,Smith\n20,,s@x,Sam,Rodgers\n',
    );
    expect(file.rows.map((row) => row.claims)).toEqual([{ email: 'j@x', firstName: 'John', lastName: 'Smith' }, null]);
  });

  it('marks rows whose cells do not fit the heading, except empty ones too many', async () => {
    const file = await read('From User ID,To User ID,Email\n19,21\n20,22,a@b,more\n23,24,c@d,,\n25;26\n');
    expect(file.rows.map((row) => row.ragged)).toEqual([
      { cells: 2, expected: 3 },
      { cells: 4, expected: 3 },
      null,
      { cells: 1, expected: 3 },
    ]);
  });

  it.each<[name: string, text: string, delimiter: string, line?: number]>([
    ['semicolons', 'From User ID;To User ID\r\n19;21\r\n', ';'],
    ['tabs', 'From User ID\tTo User ID\r19\t21\r', '\t'],
    ['a mark', '\ufeffFrom User ID,To User ID\n19,21\n', ','],
    ['a first line that names the delimiter', 'sep=;\nFrom User ID;To User ID\n19;21\n', ';', 3],
    ['quoted cells', '"From User ID","To User ID"\n"19","21"\n', ','],
  ])('reads %s', async (_name, text, delimiter, line = 2) => {
    const file = await read(text);
    expect(file.delimiter).toBe(delimiter);
    expect(file.problems).toEqual([]);
    expect(idsOf(file)).toEqual([[line, '19', '21']]);
  });
});

describe('headings', () => {
  it.each(['from user id,to user id', ' From  User ID ,To User Id', 'FROM_USER_ID,ToUserID'])(
    'are found as %j',
    async (heading) => {
      expect(await read(`${heading}\n19,21\n`)).toMatchObject({ problems: [], warnings: [], rows: [{ from: '19' }] });
    },
  );

  it('are followed where the columns were moved, with a warning (X11)', async () => {
    const file = await read('Email,To User ID,From User ID\na@b,21,19\n');
    expect(idsOf(file)).toEqual([[2, '19', '21']]);
    expect(file.warnings).toMatchObject([{ line: 1, code: 'columns-out-of-place', column: 'From User ID' }]);
    expect(file.warnings[0]?.message).toContain('From User ID is column 3 and To User ID is column 2');
  });

  it.each([
    ['no To', 'From User ID,Email\n19,a@b\n', [['missing-heading', 'To User ID']]],
    [
      'none at all',
      '19,21\n20,22\n',
      [
        ['missing-heading', 'From User ID'],
        ['missing-heading', 'To User ID'],
      ],
    ],
    ['two From', 'From User ID,To User ID,from user id\n19,21,20\n', [['duplicate-heading', 'From User ID']]],
    ['two of another', 'From User ID,To User ID,Email,Email\n19,21,a,b\n', [['duplicate-heading', 'Email']]],
  ])('are refused with %s', async (_name, text, expected) => {
    const file = await read(text);
    expect(file.problems.map((problem) => [problem.code, problem.column])).toEqual(expected);
    expect(file.problems.every((problem) => problem.line === 1 && problem.cure.endsWith('.'))).toBe(true);
    expect(file.rows).toEqual([]);
  });

  it('tell the people import file from one of pairs (X12)', async () => {
    const file = await read('Email,First Name,Last Name,User ID\na@b,A,B,0\n');
    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]?.message).toContain('file for importing people');
    for (const headings of ['Employee,E-Mail,Given name,Hire date', 'Vorname;Nachname;Gruppe', 'Account Name,Team']) {
      const { problems } = await read(`${headings}\na,b,c,d\n`);
      expect(problems.map(({ cure }) => cure)).toEqual([expect.stringContaining('handover import FILE')]);
    }
  });
});

describe('files that are no use', () => {
  it.each<[string, string | Uint8Array, string, number | null, RegExp]>([
    ['an empty file', '', 'empty-file', null, /is empty/],
    ['only blank lines', '\n\n,,\n', 'empty-file', null, /is empty/],
    ['only a heading', 'From User ID,To User ID\n', 'empty-file', 1, /no rows/],
    ['a workbook', 'PK\u0003\u0004', 'unreadable', null, /workbook/],
    [
      'an unclosed quote',
      'From User ID,To User ID\n19,21\n"20,22\n23,24\n',
      'unreadable',
      3,
      /Lines 3 to 4 cannot be read.*never closed/,
    ],
    ['a stray quote', 'From User ID,To User ID\n19,2"1\n', 'unreadable', 2, /Line 2 cannot be read.*quotation mark/],
    [
      'a cell of 1 MB',
      `From User ID,To User ID,Note\n19,21,${'x'.repeat(1_048_576)}\n`,
      'unreadable',
      2,
      /longer than 256 KB/,
    ],
    ['200,000 columns', `From User ID,To User ID${',c'.repeat(199_998)}\n`, 'unreadable', 1, /more than 1,000 columns/],
    [
      'broken UTF-8 with a mark',
      Buffer.concat([Buffer.from('\ufeffFrom User ID,To User ID\n'), Buffer.from([0xe9, 0x2c])]),
      'encoding',
      2,
      /do not fit the encoding/,
    ],
  ])('%s', async (_name, content, code, line, words) => {
    const { problems } = await read(content);
    expect(problems).toMatchObject([{ code, line }]);
    expect(problems[0]?.message).toMatch(words);
    expect(problems[0]?.cure).toMatch(/\.$/);
    expect(problems[0]?.value?.length ?? 0).toBeLessThanOrEqual(200);
  });

  it('names the column and the beginning of the row of a fault, and keeps the rows before it', async () => {
    const file = await read('From User ID,To User ID,Email\n19,21,a@b\n20,22,c"d\n23,24,e@f\n');
    expect(idsOf(file)).toEqual([[2, '19', '21']]);
    expect(file.problems).toMatchObject([{ line: 3, column: 'Email', value: '20,22,c"d' }]);
  });

  it('throws for a file that cannot be opened', async () => {
    const folder = await tempFolder();
    await expect(readPairsFile(join(folder, 'none.csv'))).rejects.toMatchObject({ exitStatus: 4, code: 'unreadable' });
    await expect(readPairsFile(folder)).rejects.toMatchObject({ exitStatus: 4, code: 'unreadable' });
  });

  // Root may read everything, so there is nothing to see there.
  it.skipIf(process.getuid?.() === 0)('throws for a file that may not be read', async () => {
    const path = join(await tempFolder(), 'secret.csv');
    await writeFile(path, 'x');
    await chmod(path, 0o000);
    await expect(readPairsFile(path)).rejects.toMatchObject({ message: expect.stringContaining('no right') });
  });
});
