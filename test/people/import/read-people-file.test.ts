import { appendFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kindOfFile } from '../../../source/people/import/kind-of-file.ts';
import { type ReadPeopleOptions, readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

async function read(content: string | Uint8Array, options: ReadPeopleOptions = {}) {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, content);
  return readPeopleFile(path, options);
}

describe('rows', () => {
  it('stand with their lines, blank ones too, and without guards', async () => {
    const file = await read('\nEmail , First Name\n\'=a@b,"two\nlines"\n\n\'plain,x\n');
    expect(file.headings).toEqual(['Email', 'First Name']);
    expect(file.headingLine).toBe(2);
    expect(file.rows).toEqual([
      { line: 3, cells: ['=a@b', 'two\nlines'], ragged: null },
      { line: 5, cells: ['', ''], ragged: null },
      { line: 6, cells: ["'plain", 'x'], ragged: null },
    ]);
    expect(file.problems).toEqual([]);
  });

  it('have a cell for each heading, and tell how many they had', async () => {
    const { rows } = await read('a,b,c\n1,2\n1,2,3,4\n1,2,3,,\n');
    expect(rows).toEqual([
      { line: 2, cells: ['1', '2', ''], ragged: 2 },
      { line: 3, cells: ['1', '2', '3'], ragged: 4, surplus: ['4'] },
      { line: 4, cells: ['1', '2', '3'], ragged: null },
    ]);
  });

  it('below no heading give their column a name, empty columns none', async () => {
    const file = await read('Email,,\na@b,x,\n');
    expect(file.headings).toEqual(['Email', 'column 2', '']);
  });
});

describe('what is said of a file', () => {
  const latin = Buffer.from('Email,First Name\na@b,Zo\xeb\n', 'latin1');

  it('counts instead of what it looks like', async () => {
    expect((await read('a;b\n1;2\n')).headings).toEqual(['a', 'b']);
    const commas = await read('a;b,c\n1;2,3\n', { delimiter: ',' });
    expect([commas.delimiter, commas.headings]).toEqual([',', ['a;b', 'c']]);
    const utf8 = Buffer.from('Email,First Name\na@b,Zoë\n');
    const wrong = await read(utf8, { encoding: 'windows-1252' });
    expect(wrong.rows[0]?.cells[1]).toBe('ZoÃ«');
    expect(wrong.encoding).toEqual({ name: 'windows-1252', bom: 0, guessed: false });
  });

  it('makes a guess certain', async () => {
    expect((await read(latin)).encoding.guessed).toBe(true);
    expect((await read(latin, { encoding: 'windows-1252' })).encoding.guessed).toBe(false);
  });

  it('is refused where the bytes cannot be that, with the line', async () => {
    const { problems } = await read(latin, { encoding: 'utf-8' });
    expect(problems).toMatchObject([{ code: 'encoding', line: 2 }]);
    const marked = await read(Buffer.from('\ufeffa,b\n1,2\n', 'utf16le'), { encoding: 'utf-8' });
    expect(marked.problems).toMatchObject([{ code: 'encoding', line: 1 }]);
  });

  it('takes a mark of another encoding off all the same', async () => {
    const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), latin]);
    expect((await read(marked)).problems).toMatchObject([{ code: 'encoding', line: 2 }]);
    const named = await read(marked, { encoding: 'windows-1252' });
    expect(named.headings).toEqual(['Email', 'First Name']);
    expect(named.rows[0]?.cells[1]).toBe('Zoë');
  });
});

describe('files that cannot be read to their end', () => {
  it.each<[string, string | Uint8Array, string, number | null, RegExp]>([
    ['empty', '', 'empty-file', null, /Email/],
    ['blank', '\n ,\n', 'empty-file', null, /Email/],
    ['headings only', '\nEmail,First Name\n\n', 'empty-file', 2, /Write a row/],
    ['workbook', 'PK\u0003\u0004xyz', 'unreadable', null, /save it as CSV/],
    ['open quote', 'Email\na@b\n"c@d\n', 'unreadable', 3, /Close the quotation mark/],
    [
      'a value of 1 MB',
      `Email,Team\na@b,${'x'.repeat(1_000_000)}\nc@d,y\n`,
      'unreadable',
      2,
      /Shorten the longest cell/,
    ],
  ])('%s', async (_name, content, code, line, cure) => {
    const { problems } = await read(content);
    expect(problems).toMatchObject([{ code, line }]);
    expect(problems[0]?.cure).toMatch(cure);
    expect(problems[0]?.cure).not.toContain('To User ID');
  });

  it('names a file that changes while it is read, and reads no further than it was at first', async () => {
    const path = join(await tempFolder(), 'people.csv');
    await writeFile(path, `Email\n${'a@b\n'.repeat(100)}`);
    const file = await readPeopleFile(path, { onProgress: () => appendFileSync(path, 'c@d\n') });
    expect(file.rows).toHaveLength(100);
    expect(file.problems).toMatchObject([
      { code: 'unreadable', line: null, message: expect.stringMatching(/changed while it was read/) },
    ]);
  });

  it('throws where there is no file, and once it is aborted', async () => {
    await expect(readPeopleFile('/nowhere/people.csv')).rejects.toMatchObject({ code: 'unreadable' });
    await expect(read('a\n1\n', { signal: AbortSignal.abort(new Error('enough')) })).rejects.toThrow('enough');
  });
});

describe('the two files called people (X12)', () => {
  const kindOf = async (text: string) => {
    const { headings, rows } = await read(text);
    return kindOfFile(headings, rows);
  };
  it.each<[string, 'pairs' | 'people']>([
    ['Email,First Name,Last Name\na@b,A,B\n', 'people'],
    ['From User ID,To User ID,Email\n19,,a@b\n20, ,c@d\n', 'people'],
    ['From User ID,To User ID,Email\n19,,a@b\n20,21,c@d\n', 'pairs'],
    ['from_user_id,TO USER ID,email\n20,21,c@d\n', 'pairs'],
    ['From User ID,To User ID\n19,\n', 'pairs'],
    ['Email,To User ID\na@b,21\n', 'people'],
  ])('%j is one of %s', async (text, kind) => {
    expect(await kindOf(text)).toBe(kind);
  });
});
