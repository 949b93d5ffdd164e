import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import {
  leaveOut,
  mendSource,
  mendTarget,
  NO_MENDINGS,
  turnMendings,
  undoMending,
} from '../../source/pairs/mendings.ts';
import { readPairsFile } from '../../source/pairs/read-pairs-file.ts';
import { writeMendedFile } from '../../source/pairs/write-mended-file.ts';
import { fc } from '../helpers/fast-check.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { PEOPLE } from './people.ts';

async function mend(
  content: Uint8Array | string,
  ...rest: [Parameters<typeof writeMendedFile>[2], Parameters<typeof writeMendedFile>[3]?]
): Promise<{ bytes: Buffer; rowsChanged: number }> {
  const [mendings, direction = 'from-to'] = rest;
  const folder = await tempFolder();
  await writeFile(join(folder, 'in.csv'), content);
  const out = join(folder, 'out.csv');
  const { rows } = await readPairsFile(join(folder, 'in.csv'));
  const { rowsChanged } = await writeMendedFile(join(folder, 'in.csv'), out, mendings, direction, rows);
  return { bytes: await readFile(out), rowsChanged };
}

describe('mendings', () => {
  it('are taken back one by one', () => {
    const first = mendTarget(NO_MENDINGS, 2, 21);
    const second = mendSource(first, 2, 19);
    const third = leaveOut(second, 2);
    const fourth = mendTarget(third, 3, 22);
    expect(fourth.byLine).toEqual(
      new Map<number, unknown>([
        [2, { kind: 'left-out' }],
        [3, { kind: 'changed', source: null, target: 22 }],
      ]),
    );
    expect(second.byLine.get(2)).toEqual({ kind: 'changed', source: 19, target: 21 });
    expect(undoMending(fourth)).toEqual(third);
    expect(undoMending(undoMending(fourth))).toEqual(second);
    expect(undoMending(first)).toEqual(NO_MENDINGS);
    expect(undoMending(NO_MENDINGS)).toBe(NO_MENDINGS);
  });

  it('bring a row back that was left out', () => {
    expect(mendTarget(leaveOut(NO_MENDINGS, 2), 2, 21).byLine.get(2)).toMatchObject({ kind: 'changed', target: 21 });
  });
});

describe('mendings in the other direction', () => {
  const made = leaveOut(mendTarget(mendSource(mendTarget(NO_MENDINGS, 2, 21), 3, 19), 3, 22), 4);

  it('change the same cells of the file', async () => {
    const text = 'From User ID,To User ID\n19,1\n2,3\n20,22\n';
    const { bytes } = await mend(text, made, 'from-to');
    expect(bytes.toString()).toBe('From User ID,To User ID\n19,21\n19,22\n20,\n');
    expect((await mend(text, turnMendings(made), 'to-from')).bytes).toEqual(bytes);
  });

  it('are taken back as far as before, and turned twice they are as they were', () => {
    expect(turnMendings(turnMendings(made))).toEqual(made);
    expect(undoMending(turnMendings(made))).toEqual(turnMendings(undoMending(made)));
    expect(turnMendings(NO_MENDINGS)).toEqual(NO_MENDINGS);
  });
});

describe('a file that has changed since it was read', () => {
  const text = 'From User ID,To User ID,Note\n19,21,a\n20,22,b\n';
  const mendings = mendTarget(NO_MENDINGS, 3, 24);

  async function mendAfter(change: string): Promise<{ folder: string; saving: Promise<unknown> }> {
    const folder = await tempFolder();
    const path = join(folder, 'in.csv');
    await writeFile(path, text);
    const { rows } = await readPairsFile(path);
    await writeFile(path, change);
    return { folder, saving: writeMendedFile(path, join(folder, 'out.csv'), mendings, 'from-to', rows) };
  }

  it.each([
    ['a row put before it', text.replace('19,21,a\n', '19,21,a\n23,24,c\n')],
    ['its row gone', text.replace('20,22,b\n', '')],
    ['another source in its row', text.replace('20,22', '25,22')],
    ['another target in its row', text.replace('20,22', '20,25')],
    ['its columns changed over', text.replace('From User ID,To User ID', 'To User ID,From User ID')],
  ])('is refused with %s', async (_what, change) => {
    const { folder, saving } = await mendAfter(change);
    await expect(saving).rejects.toMatchObject({ code: 'file-changed', kind: 'problems' });
    expect(await readdir(folder)).toEqual(['in.csv']);
  });

  it.each([
    ['where its headings are gone', 'a,b\n19,21\n20,22\n'],
    ['where it is empty', ''],
  ])('is refused %s', async (_what, change) => {
    const { saving } = await mendAfter(change);
    await expect(saving).rejects.toMatchObject({ code: 'missing-heading' });
  });

  it('is taken where only rows that are not mended differ, each on its line', async () => {
    const { folder, saving } = await mendAfter(text.replace('19,21,a', '19,23,other'));
    await saving;
    expect(await readFile(join(folder, 'out.csv'), 'utf8')).toBe(
      'From User ID,To User ID,Note\n19,23,other\n20,24,b\n',
    );
  });
});

describe('the mended copy', () => {
  const text = 'From User ID,To User ID,Email\r\n19,"21" ,"a,\r\n""b"""\r20,22,ü\n\r\n 23 ,,c\n24,25';

  it('changes the id cells of mended rows and no other byte', async () => {
    const mendings = leaveOut(mendSource(mendTarget(NO_MENDINGS, 4, 31), 4, 30), 7);
    const { bytes, rowsChanged } = await mend(text.replace('"21" ', '"21"'), mendings);
    expect(bytes.toString()).toBe('From User ID,To User ID,Email\r\n19,"21","a,\r\n""b"""\r30,31,ü\n\r\n 23 ,,c\n24,');
    expect(rowsChanged).toBe(2);
  });

  it('follows the direction and moved columns', async () => {
    const moved = 'Email,To User ID,From User ID\na,21,19\n';
    const { bytes } = await mend(moved, mendTarget(mendSource(NO_MENDINGS, 2, 50), 2, 60), 'to-from');
    expect(bytes.toString()).toBe('Email,To User ID,From User ID\na,50,60\n');
  });

  it('fills up a row that is too short', async () => {
    const { bytes } = await mend('Email,To User ID,From User ID\na\n', mendTarget(mendSource(NO_MENDINGS, 2, 5), 2, 6));
    expect(bytes.toString()).toBe('Email,To User ID,From User ID\na,6,5\n');
  });

  it.each([
    ['UTF-8 with a mark', (all: string) => Buffer.from(`\ufeff${all}`)],
    ['UTF-16 LE with a mark', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le')],
    ['UTF-16 BE with a mark', (all: string) => Buffer.from(`\ufeff${all}`, 'utf16le').swap16()],
    ['UTF-16 LE without one', (all: string) => Buffer.from(all, 'utf16le')],
    ['windows-1252', (all: string) => Buffer.from(all, 'latin1')],
  ])('stays %s', async (_name, encode) => {
    const before = 'From User ID;To User ID;Name\r\n19;;Zoë ĊĢ\r\n20;22;é\r\n';
    const { bytes } = await mend(encode(before), mendTarget(NO_MENDINGS, 2, 21));
    expect(bytes).toEqual(encode(before.replace('19;;', '19;21;')));
  });

  it('is the same file where nothing is mended, and reads as what was mended otherwise', async () => {
    const cell = fc.constantFrom('x', '"a,b"', '"a\nb"', '"""q"""', '', 'é', '"\r\n"');
    const rows = fc.array(fc.tuple(fc.constantFrom('19', '"20"', ' 21 '), fc.constantFrom('', '22', '"19"'), cell), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom('\n', '\r\n', '\r'), fc.nat(7), async (cells, newline, chosen) => {
        const content = ['From User ID,To User ID,Note', ...cells.map((row) => row.join(','))].join(newline);
        expect((await mend(content, NO_MENDINGS)).bytes.toString()).toBe(content);

        const folder = await tempFolder();
        await writeFile(join(folder, 'in.csv'), content);
        const original = await readPairsFile(join(folder, 'in.csv'));
        const row = original.rows[chosen % original.rows.length];
        if (row === undefined) return;
        const mendings = mendTarget(mendSource(NO_MENDINGS, row.line, 30), row.line, 31);
        await writeMendedFile(join(folder, 'in.csv'), join(folder, 'out.csv'), mendings, 'from-to', original.rows);
        const mended = await readPairsFile(join(folder, 'out.csv'));
        const match = (file: typeof original, own = NO_MENDINGS) =>
          matchPairs({
            rows: file.rows,
            direction: 'from-to',
            mendings: own,
            users: PEOPLE,
            view: null,
            donePairs: new Map(),
          });
        expect(match(mended)).toEqual(match(original, mendings));
      }),
      { numRuns: 100 },
    );
  });

  it('agrees with the reader on rows and lines in any jumble of marks, broken ones too', async () => {
    const jumble = fc.array(fc.constantFrom(',', '"', '\n', '\r', '\r\n', '1', '2', ' ', '\0', 'é'), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(jumble, fc.boolean(), fc.nat(), async (parts, wide, chosen) => {
        const content = `From User ID,To User ID\n${parts.join('')}`;
        const bytes = wide ? Buffer.from(`\ufeff${content}`, 'utf16le') : Buffer.from(content);
        expect((await mend(bytes, NO_MENDINGS)).bytes).toEqual(bytes);

        const folder = await tempFolder();
        await writeFile(join(folder, 'in.csv'), bytes);
        const original = await readPairsFile(join(folder, 'in.csv'));
        const index = chosen % Math.max(1, original.rows.length);
        const line = original.rows[index]?.line;
        if (line === undefined) return;
        const mendings = mendTarget(mendSource(NO_MENDINGS, line, 30), line, 31);
        const { rowsChanged } = await writeMendedFile(
          join(folder, 'in.csv'),
          join(folder, 'out.csv'),
          mendings,
          'from-to',
          original.rows,
        );
        const mended = await readPairsFile(join(folder, 'out.csv'));
        expect(rowsChanged).toBe(1);
        expect(mended.rows[index]).toMatchObject({ line, from: '30', to: '31' });
        const others = (file: typeof original): [string, string][] =>
          file.rows.filter((_row, at) => at !== index).map((row) => [row.from, row.to]);
        expect(others(mended)).toEqual(others(original));
        expect(mended.problems.map((problem) => problem.code)).toEqual(
          original.problems.map((problem) => problem.code),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('never replaces a file, its own original least of all', async () => {
    const path = join(await tempFolder(), 'in.csv');
    await writeFile(path, 'From User ID,To User ID\n19,21\n');
    const save = (out: string, force: boolean) => writeMendedFile(path, out, NO_MENDINGS, 'from-to', [], { force });
    await expect(save(path, true)).rejects.toMatchObject({ code: 'same-file' });
    await writeFile(`${path}.other`, 'mine');
    await expect(save(`${path}.other`, false)).rejects.toMatchObject({ code: 'file-exists' });
    expect(await readFile(path, 'utf8')).toContain('19,21');
    await writeMendedFile(path, `${path}.mended`, NO_MENDINGS, 'from-to', []);
    expect((await stat(`${path}.mended`)).mode & 0o777).toBe(0o600);
  });

  it('is refused where the headings are gone', async () => {
    await expect(mend('a,b\n1,2\n', NO_MENDINGS)).rejects.toMatchObject({ code: 'missing-heading' });
  });
});
