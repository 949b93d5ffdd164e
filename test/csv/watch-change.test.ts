import { appendFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { watchChange } from '../../source/csv/watch-change.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

it.each<[name: string, isChanged: boolean, meanwhile: (path: string) => Promise<unknown>]>([
  ['nothing', false, async () => undefined],
  ['more at its end', true, (path) => appendFile(path, 'x')],
  [
    'other content of the same size, with its time',
    true,
    (path) => writeFile(path, 'y').then(() => utimes(path, 1, 1)),
  ],
  ['another file of that name', true, (path) => writeFile(`${path}.new`, 'x').then(() => rename(`${path}.new`, path))],
  ['its removal', false, (path) => rm(path)],
])('%s is told: %s', async (_name, isChanged, meanwhile) => {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, 'x');
  const read = async () => {
    await meanwhile(path);
    return 'read';
  };
  expect(await watchChange(path, read)).toMatchObject({ result: 'read', isChanged });
});

it('hands on what the reading throws', async () => {
  const path = join(await tempFolder(), 'nowhere.csv');
  await expect(watchChange(path, () => Promise.reject(new Error('no such file')))).rejects.toThrow('no such file');
});
