import { readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createFile } from '../../source/csv/create-file.ts';
import { readRows } from '../../source/csv/read-rows.ts';
import { writeRows } from '../../source/csv/write-rows.ts';
import { fc } from '../helpers/fast-check.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

describe('writing rows', () => {
  it('is read back as it was written', async () => {
    const path = join(await tempFolder(), 'round.csv');
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\nb', 'a\rb', 'a\r\nb', '"', ',', ';', ' x ', 'é日'));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), async (rows) => {
        // The heading row decides the delimiter, so it is the plain one that every export has.
        const all = [['From User ID', 'To User ID', 'Email'], ...rows];
        expect(await writeRows(path, all, { force: true })).toBe(all.length);
        const found: string[][] = [];
        const file = await readRows(path, { onRow: (cells) => found.push(cells) });
        expect(file.fault).toBeNull();
        expect(found).toEqual(all);
      }),
      { numRuns: 60 },
    );
  });

  it('writes CRLF and, where asked, a mark', async () => {
    const path = join(await tempFolder(), 'marked.csv');
    await writeRows(
      path,
      [
        ['a', 'b'],
        ['1', ''],
      ],
      { bom: true },
    );
    expect(await readFile(path, 'utf8')).toBe('\ufeffa,b\r\n1,\r\n');
  });

  it('is for its owner only', async () => {
    const path = join(await tempFolder(), 'own.csv');
    await writeRows(path, [['a']], {});
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('never replaces a file unasked, and follows no planted link', async () => {
    const folder = await tempFolder();
    const path = join(folder, 'people.csv');
    await writeFile(path, 'mine');
    await symlink(path, join(folder, 'link.csv'));
    await expect(writeRows(path, [['a']], {})).rejects.toMatchObject({ code: 'file-exists' });
    await expect(writeRows(join(folder, 'link.csv'), [['a']], {})).rejects.toMatchObject({ code: 'not-written' });
    expect(await readFile(path, 'utf8')).toBe('mine');
    await writeRows(path, [['a']], { force: true });
    expect(await readFile(path, 'utf8')).toBe('a\r\n');
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('says which folder is missing', async () => {
    const path = join(await tempFolder(), 'nowhere', 'people.csv');
    await expect(writeRows(path, [['a']], {})).rejects.toMatchObject({ code: 'not-written', kind: 'problems' });
  });

  it('leaves nothing behind when it fails half way, and the old file whole', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'old.csv'), 'old');
    const failing = async (write: (text: string) => Promise<void>): Promise<void> => {
      await write('half');
      throw new Error('stopped');
    };
    await expect(createFile(join(folder, 'new.csv'), {}, failing)).rejects.toThrow('stopped');
    await expect(createFile(join(folder, 'old.csv'), { force: true }, failing)).rejects.toThrow('stopped');
    expect(await readdir(folder)).toEqual(['old.csv']);
    expect(await readFile(join(folder, 'old.csv'), 'utf8')).toBe('old');
  });
});
