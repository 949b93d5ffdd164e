import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CsvFile } from '../../source/csv/csv-file.ts';
import { readRows } from '../../source/csv/read-rows.ts';
import { fc } from '../helpers/fast-check.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

interface Read extends CsvFile {
  rows: { line: number; cells: string[] }[];
}

async function read(content: string | Uint8Array, signal?: AbortSignal): Promise<Read> {
  const path = join(await tempFolder(), 'file.csv');
  await writeFile(path, content);
  const rows: Read['rows'] = [];
  const file = await readRows(path, { onRow: (cells, line) => rows.push({ cells, line }), signal });
  return { ...file, rows };
}

const cellsOf = (file: Read): string[][] => file.rows.map((row) => row.cells);
const linesOf = (file: Read): number[] => file.rows.map((row) => row.line);
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('encodings', () => {
  const text = 'id,name\n1,Zoë\n';
  const longText = `From,To\n${'1,日本\n'.repeat(40)}`;
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', 0, false],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8', 3, false],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', 2, false],
    ['UTF-16 BE with a mark', utf16be(`\ufeff${text}`), 'utf-16be', 2, false],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le'), 'utf-16le', 0, true],
    ['UTF-16 BE without a mark', utf16be(text), 'utf-16be', 0, true],
    ['windows-1252', Buffer.from(text, 'latin1'), 'windows-1252', 0, true],
  ])('reads %s', async (_name, bytes, name, bom, guessed) => {
    const file = await read(bytes);
    expect(file.encoding).toEqual({ name, bom, guessed });
    expect(cellsOf(file)).toEqual([
      ['id', 'name'],
      ['1', 'Zoë'],
    ]);
    expect(file.fault).toBeNull();
  });

  it('keeps wide characters that come apart between two pieces of the file', async () => {
    const wide = '日'.repeat(50_000);
    for (const padding of ['', 'x', 'xx']) {
      const file = await read(`${padding}id,name\n${'1,'}${wide}\n`);
      expect(file.encoding.name).toBe('utf-8');
      expect(file.rows[1]?.cells[1]).toBe(wide);
    }
  });

  it('reads the windows-1252 characters that are controls in Latin-1', async () => {
    const file = await read(Uint8Array.from([0x69, 0x64, 0x0a, 0x80, 0x93, 0x0a]));
    expect(cellsOf(file)).toEqual([['id'], ['€“']]);
  });

  it('names the line of bytes that break the promise of a UTF-8 mark', async () => {
    const file = await read(Buffer.concat([Buffer.from('\ufeffid\n1\n'), Buffer.from([0xe9, 0x0a, 0x32, 0x0a])]));
    expect(file.fault).toMatchObject({ kind: 'bad-bytes', line: 3 });
    expect(file.rows).toEqual([]);
  });

  it('refuses UTF-16 that ends within a character', async () => {
    const file = await read(Buffer.concat([Buffer.from(`\ufeff${longText}`, 'utf16le'), Buffer.from([0x31])]));
    expect(file.fault).toMatchObject({ kind: 'bad-bytes' });
  });
});

describe('delimiters and line endings', () => {
  it.each([',', ';', '\t'] as const)('finds the delimiter %j, quoted ones not counted', async (delimiter) => {
    const others = [',', ';', '\t']
      .filter((other) => other !== delimiter)
      .join('')
      .repeat(3);
    const file = await read([`"a${others}"`, 'b', 'c'].join(delimiter));
    expect(file.delimiter).toBe(delimiter);
    expect(cellsOf(file)).toEqual([[`a${others}`, 'b', 'c']]);
  });

  it.each([
    ['sep=;', ';'],
    ['"sep=,"', ','],
    ['SEP=\t', '\t'],
    ['\ufeffsep=;', ';'],
  ] as const)('takes the delimiter of a first line %j, which is no row', async (first, delimiter) => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const file = await read([first, `a b;,\tc`, ['1', '2'].join(delimiter)].join(newline));
      expect(file).toMatchObject({ delimiter, newline, fault: null });
      expect(linesOf(file)).toEqual([2, 3]);
      expect(file.rows[1]?.cells).toEqual(['1', '2']);
    }
  });

  it('finds the delimiter by itself where the first line names none that is read', async () => {
    expect((await read('sep=|\na;b\n')).rows).toEqual([{ line: 2, cells: ['a', 'b'] }]);
    expect(cellsOf(await read('sep=,other\n1,2\n'))[0]).toEqual(['sep=', 'other']);
    expect((await read('sep=;')).rows).toEqual([]);
  });

  it.each(['\n', '\r\n', '\r'] as const)('reads rows that end with %j', async (newline) => {
    const file = await read(['a,b', '1,2', '3,4', ''].join(newline));
    expect(file.newline).toBe(newline);
    expect(file.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 3, cells: ['3', '4'] },
    ]);
  });

  it('reads all three endings in one file', async () => {
    const file = await read('a,b\n1,2\r\n3,4\r5,6');
    expect(cellsOf(file)).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
      ['5', '6'],
    ]);
    expect(linesOf(file)).toEqual([1, 2, 3, 4]);
  });

  it.each(['\n', '\r\n', '\r'])('counts %j within quotes once', async (newline) => {
    const file = await read(`a,b${newline}"x${newline}${newline}y",1${newline}z,2${newline}`);
    expect(file.rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: [`x${newline}${newline}y`, '1'] },
      { line: 5, cells: ['z', '2'] },
    ]);
  });

  it('gives every row the line on which it starts, whatever its cells hold', async () => {
    const cell = fc.array(fc.constantFrom('x', '\n', '\r\n', '\r', '"', ',', ' ', 'é')).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (rows, newline) => {
          const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
          const expected = rows.map((cells, index) => ({
            cells,
            line:
              1 +
              written
                .slice(0, index)
                .join(newline)
                .split(/\r\n|\r|\n/).length -
              (index === 0 ? 1 : 0),
          }));
          const folder = await tempFolder();
          await writeFile(join(folder, 'a.csv'), written.join(newline));
          const found: Read['rows'] = [];
          await readRows(join(folder, 'a.csv'), { onRow: (cells, line) => found.push({ cells, line }) });
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what CSV files look like', () => {
  it.each<[string, string, string[][]]>([
    [
      'simple',
      'a,b,c\n1,2,3',
      [
        ['a', 'b', 'c'],
        ['1', '2', '3'],
      ],
    ],
    [
      'a comma in quotes',
      'first,last\nJohn,"Doe, Jr."\n',
      [
        ['first', 'last'],
        ['John', 'Doe, Jr.'],
      ],
    ],
    [
      'empty cells',
      'a,b,c\n1,"",""\n2,,\n',
      [
        ['a', 'b', 'c'],
        ['1', '', ''],
        ['2', '', ''],
      ],
    ],
    [
      'escaped quotes',
      'a,b\n1,"ha ""ha"" ha"\n',
      [
        ['a', 'b'],
        ['1', 'ha "ha" ha'],
      ],
    ],
    [
      'a cell of JSON',
      'key,val\n1,"{""type"": ""Point"", ""at"": [1, 2]}"\n',
      [
        ['key', 'val'],
        ['1', '{"type": "Point", "at": [1, 2]}'],
      ],
    ],
    [
      'newlines and quotes',
      'a,b\n1,"ha\n""ha"""\n',
      [
        ['a', 'b'],
        ['1', 'ha\n"ha"'],
      ],
    ],
    [
      'newlines in cells',
      'a,b,c\n"once\nupon\na time",5,6\n',
      [
        ['a', 'b', 'c'],
        ['once\nupon\na time', '5', '6'],
      ],
    ],
    [
      'UTF-8 text',
      'a,b\nʤ,😀\n',
      [
        ['a', 'b'],
        ['ʤ', '😀'],
      ],
    ],
    ['ragged rows', 'a,b\n1\n1,2,3\n', [['a', 'b'], ['1'], ['1', '2', '3']]],
    ['blank rows', 'a,b\n,\n\n1,2\n', [['a', 'b'], ['', ''], [''], ['1', '2']]],
    [
      'NUL and escapes',
      'a,b\n1\0,\u001b[31m\u202e\n',
      [
        ['a', 'b'],
        ['1\0', '\u001b[31m\u202e'],
      ],
    ],
    [
      'a heading named like an object part',
      '__proto__,b\n1,2\n',
      [
        ['__proto__', 'b'],
        ['1', '2'],
      ],
    ],
  ])('reads %s', async (_name, text, rows) => {
    const file = await read(text);
    expect(cellsOf(file)).toEqual(rows);
    expect(file.fault).toBeNull();
  });
});

describe('what cannot be read', () => {
  it.each([
    ['nothing', '', 'empty', null],
    ['only a mark', '\ufeff', 'empty', null],
    ['a workbook', 'PK\u0003\u0004rest', 'workbook', null],
    ['an unclosed quote', 'a,b\n1,2\n3,"4\n5,6\n', 'unclosed-quote', 3],
    ['a quote within a cell', 'a,b\n1,2\n3,4"5\n6,7\n', 'stray-quote', 3],
    ['text after a closing quote', 'a,b\n"1"2,3\n', 'stray-quote', 2],
    ['a cell of 1 MB', `a,b\n1,2\n3,${'x'.repeat(1_000_000)}\n`, 'row-too-long', 3],
    ['a quoted cell of 1 MB', `a,b\n1,2\n3,"${'x'.repeat(1_000_000)}"\n`, 'row-too-long', 3],
    ['200,000 columns', `${'c,'.repeat(199_999)}c\n`, 'too-many-cells', 1],
    ['200,000 empty columns', `a,b\n${','.repeat(199_999)}\n`, 'too-many-cells', 2],
    ['a row of nothing but delimiters', `a,b\n${','.repeat(5_000_000)}`, 'row-too-long', 2],
  ])('tells of %s', async (_name, text, kind, line) => {
    expect((await read(text)).fault).toMatchObject({ kind, line });
  });

  it('hands over the rows before the fault, and says how far it reaches and how it begins', async () => {
    const file = await read('a,b\n1,2\n3,"4\n5,6\n7,8\n');
    expect(linesOf(file)).toEqual([1, 2]);
    expect(file.fault).toEqual({ kind: 'unclosed-quote', line: 3, lastLine: 5, cell: 1, excerpt: '3,"4' });
  });

  it('gives up early on an unclosed quote in 50 MB', async () => {
    const row = '123,456,abcdefghijklmnopqrstuvwxyz\n';
    const rows = Math.ceil(50_000_000 / row.length);
    const path = join(await tempFolder(), 'big.csv');
    await writeFile(path, `a,b,c\n1,"2,3\n${row.repeat(rows)}`);
    let progress = 0;
    const file = await readRows(path, {
      onRow: () => undefined,
      onProgress: (bytes) => {
        progress = bytes;
      },
    });
    expect(file.fault).toMatchObject({ kind: 'unclosed-quote', line: 2, lastLine: rows + 2 });
    expect(progress).toBeLessThan(1_000_000);
  });
});

describe('files and signals', () => {
  it('refuses what is no file, with a cure', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'people.csv'));
    await writeFile(join(folder, 'plain'), 'x');
    await symlink(join(folder, 'nowhere'), join(folder, 'dangling'));
    for (const [path, words] of [
      ['missing.csv', 'no such file'],
      ['people.csv', 'a folder'],
      ['plain/inside.csv', 'no such file'],
      ['dangling', 'no such file'],
    ] as const) {
      await expect(readRows(join(folder, path), { onRow: () => undefined })).rejects.toMatchObject({
        name: 'HandoverError',
        kind: 'problems',
        code: 'unreadable',
        message: expect.stringContaining(words),
        hint: expect.stringMatching(/\.$/),
      });
    }
    await expect(readRows('/dev/zero', { onRow: () => undefined })).rejects.toMatchObject({ code: 'unreadable' });
  });

  it('tells how far it is, and stops when asked', async () => {
    const path = join(await tempFolder(), 'long.csv');
    const text = 'a,b\n'.repeat(100_000);
    await writeFile(path, text);
    const seen: number[] = [];
    await readRows(path, { onRow: () => undefined, onProgress: (bytes) => seen.push(bytes) });
    expect(seen.at(-1)).toBe(text.length);
    expect(seen.length).toBeGreaterThan(2);

    const abort = new AbortController();
    let rows = 0;
    const reading = readRows(path, {
      signal: abort.signal,
      onRow: () => {
        rows += 1;
        if (rows === 10) abort.abort(new Error('enough'));
      },
    });
    await expect(reading).rejects.toThrow('enough');
    expect(rows).toBeLessThan(100_000);
  });
});
