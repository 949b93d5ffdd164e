import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  editCell,
  editedCells,
  editedFile,
  leaveRowOut,
  NO_EDITS,
  undoEdit,
} from '../../../source/people/import/edit-rows.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { writeMendedPeople } from '../../../source/people/import/write-mended-people.ts';
import { fc } from '../../helpers/fast-check.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

const LINES = ['Email,First Name,Note', 'a@b.example,"Ann, B.","two', 'lines"', 'c@d.example,Cé,', 'short'];

async function given(bytes: Buffer): Promise<{ file: string; out: string }> {
  const folder = await tempFolder();
  const [file, out] = [path.join(folder, 'people.csv'), path.join(folder, 'mended.csv')];
  await writeFile(file, bytes);
  return { file, out };
}

const ENCODERS = {
  'utf-8': (text: string) => Buffer.from(text, 'utf8'),
  'utf-16le': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'windows-1252': (text: string) => Buffer.from(text, 'latin1'),
};

test('the copy never takes the place of the file itself', async () => {
  const { file } = await given(Buffer.from(LINES.join('\r\n')));
  const before = await readPeopleFile(file);
  const [row] = before.rows;
  const edits = leaveRowOut(NO_EDITS, row?.line ?? 0);
  await expect(writeMendedPeople(before, edits, file, { force: true })).rejects.toMatchObject({ code: 'same-file' });
  expect(await readFile(file, 'utf8')).toBe(LINES.join('\r\n'));
});

describe.each(Object.entries(ENCODERS))('a file in %s', (name, encode) => {
  test('is saved with any text in a cell, read back as typed, all else as it was', async () => {
    const { file, out } = await given(encode(LINES.join('\r\n')));
    const before = await readPeopleFile(file);
    expect(before.encoding.name).toBe(name);
    const letters =
      name === 'windows-1252' ? fc.constantFrom(...'aé€“”,;"\r\n\t\'=+-@ß ') : fc.string({ unit: 'grapheme' });
    const text = fc.array(letters, { maxLength: 8 }).map((parts) => parts.join('').toWellFormed());
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...before.rows), fc.nat(2), text, async ({ line }, place, typed) => {
        const edits = editCell(NO_EDITS, line, place, typed);
        const isWritten = await writeMendedPeople(before, edits, out, { force: true }).then(
          () => true,
          (error) => {
            if (name === 'windows-1252' && error.code === 'not-encodable') return false;
            throw error;
          },
        );
        // What would read as UTF-8 is refused; a test of its own is below.
        fc.pre(isWritten);
        const after = await readPeopleFile(out);
        // A last row that is blank now may not be seen as one.
        const lines = ({ rows }: typeof after) =>
          rows.map(({ cells }) => cells).filter((cells) => cells.join('') !== '');
        expect(lines(after)).toEqual(lines(editedFile(before, edits)));
      }),
      { numRuns: 25 },
    );
  });
});

test('a copy that would be read as UTF-8, and so with other letters, is not saved', async () => {
  const { file, out } = await given(Buffer.from('Email,First Name,Last Name\r\na@b.example,\xe9,Doe\r\n', 'latin1'));
  const read = await readPeopleFile(file);
  expect(read.encoding.name).toBe('windows-1252');
  const saving = writeMendedPeople(read, editCell(NO_EDITS, 2, 1, 'ß€'), out, { force: false });
  await expect(saving).rejects.toMatchObject({ code: 'not-encodable' });
  await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  const other = await writeMendedPeople(read, editCell(NO_EDITS, 2, 1, 'ß'), out, { force: false });
  expect([other.rowsChanged, (await readPeopleFile(out)).rows[0]?.cells[1]]).toEqual([1, 'ß']);
});

test('every byte that was not mended stays: quotes, line endings, a row that is too short', async () => {
  const original = LINES.join('\r\n');
  const { file, out } = await given(Buffer.from(original));
  const read = await readPeopleFile(file);
  const { rowsChanged } = await writeMendedPeople(read, editCell(NO_EDITS, 4, 1, 'Zoë "Z", X'), out, { force: false });
  expect(rowsChanged).toBe(1);
  expect(await readFile(out, 'utf8')).toBe(original.replace('Cé', '"Zoë ""Z"", X"'));
  await expect(writeMendedPeople(read, NO_EDITS, out, { force: false })).rejects.toMatchObject({ code: 'file-exists' });
});

test('a row left out is blank in the copy', async () => {
  const { file, out } = await given(Buffer.from(LINES.join('\n')));
  const read = await readPeopleFile(file);
  await writeMendedPeople(read, leaveRowOut(NO_EDITS, 4), out, { force: false });
  expect((await readPeopleFile(out)).rows[1]?.cells).toEqual(['', '', '']);
});

test('a letter that the encoding does not have is named, and nothing is written', async () => {
  const { file, out } = await given(Buffer.from(LINES.join('\n'), 'latin1'));
  const read = await readPeopleFile(file);
  const saving = writeMendedPeople(read, editCell(NO_EDITS, 2, 1, '山田'), out, { force: false });
  await expect(saving).rejects.toMatchObject({ code: 'not-encodable', message: expect.stringContaining('“山”') });
  await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
});

test('what the operator said of encoding and delimiter holds for the copy', async () => {
  const { file, out } = await given(Buffer.from('Email;Name\na,b@c.example;Jos\u00e9\n', 'latin1'));
  const how = { encoding: 'windows-1252', delimiter: ';' } as const;
  const read = await readPeopleFile(file, how);
  await writeMendedPeople(read, editCell(NO_EDITS, 2, 1, 'x;y'), out, { force: false });
  expect(await readFile(out, 'latin1')).toBe('Email;Name\na,b@c.example;"x;y"\n');
});

test('a first line that names the delimiter stays', async () => {
  const { file, out } = await given(Buffer.from('sep=;\r\nEmail;Name\r\na,b@c.example;Ann\r\n'));
  const read = await readPeopleFile(file);
  expect(read).toMatchObject({ headings: ['Email', 'Name'], headingLine: 2 });
  await writeMendedPeople(read, editCell(NO_EDITS, 3, 1, 'x;y'), out, { force: false });
  expect(await readFile(out, 'utf8')).toBe('sep=;\r\nEmail;Name\r\na,b@c.example;"x;y"\r\n');
});

test('a file that has changed since is not mended', async () => {
  const { file, out } = await given(Buffer.from(LINES.join('\n')));
  const read = await readPeopleFile(file);
  await writeFile(file, LINES.join('\n').replace('Ann', 'Bob'));
  const saving = writeMendedPeople(read, editCell(NO_EDITS, 2, 0, 'x'), out, { force: false });
  await expect(saving).rejects.toMatchObject({ code: 'file-changed' });
});

test('changes of a row add up, a row left out comes back by another change, each is undone by itself', () => {
  const row = { line: 2, cells: ['a', 'b'], ragged: null };
  const one = editCell(NO_EDITS, 2, 0, 'x');
  const two = editCell(one, 2, 1, 'y');
  const out = leaveRowOut(two, 2);
  expect(editedCells(row, two)).toEqual(['x', 'y']);
  expect(editedCells(row, out)).toEqual(['', '']);
  expect(editedCells(row, editCell(out, 2, 1, 'z'))).toEqual(['a', 'z']);
  expect(undoEdit(out)).toEqual(two);
  expect(undoEdit(undoEdit(two))).toEqual(NO_EDITS);
  expect(undoEdit(NO_EDITS)).toBe(NO_EDITS);
});
