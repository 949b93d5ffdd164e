import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createFile } from '../../source/csv/create-file.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

test.each([{}, { force: true }])('what is half written never stands under its name: %j', async (options) => {
  const folder = await tempFolder();
  const path = join(folder, 'people.csv');
  let seen: string[] = [];
  const result = await createFile(path, options, async (write) => {
    await write('half');
    // Whoever is killed here leaves just this.
    seen = await readdir(folder);
    await write(' and half');
    return 7;
  });
  expect(seen).toHaveLength(1);
  expect(seen).not.toContain('people.csv');
  expect(result).toBe(7);
  expect(await readdir(folder)).toEqual(['people.csv']);
  expect(await readFile(path, 'utf8')).toBe('half and half');
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a name that is taken is refused before any work is done', async () => {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, 'mine');
  const work = createFile(path, {}, () => Promise.reject(new Error('worked')));
  await expect(work).rejects.toMatchObject({ code: 'file-exists', kind: 'usage' });
  expect(await readFile(path, 'utf8')).toBe('mine');
});

test('so is one that somebody takes meanwhile, and what they wrote stays', async () => {
  const folder = await tempFolder();
  const path = join(folder, 'people.csv');
  const work = createFile(path, {}, async (write) => {
    await write('ours');
    await writeFile(path, 'theirs', { flag: 'wx' });
  });
  await expect(work).rejects.toMatchObject({ code: 'file-exists' });
  expect(await readdir(folder)).toEqual(['people.csv']);
  expect(await readFile(path, 'utf8')).toBe('theirs');
});

test.each([{}, { force: true }])('a folder is said to be one, and left alone: %j', async (options) => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'people.csv'));
  await writeFile(join(folder, 'people.csv', 'inside'), 'mine');
  const refusal = await createFile(join(folder, 'people.csv'), options, (write) => write('x')).catch((error) => error);
  expect(refusal).toMatchObject({
    code: 'not-written',
    message: expect.stringMatching(/could not be written: it is a folder\.$/),
  });
  expect(await readdir(folder)).toEqual(['people.csv']);
  expect(await readdir(join(folder, 'people.csv'))).toEqual(['inside']);
});

test('a link that leads nowhere is a name that is taken, and its end is not written to', async () => {
  const folder = await tempFolder();
  await symlink(join(folder, 'elsewhere'), join(folder, 'people.csv'));
  await expect(createFile(join(folder, 'people.csv'), {}, (write) => write('x'))).rejects.toMatchObject({
    code: 'file-exists',
  });
  expect(await readdir(folder)).toEqual(['people.csv']);
});
