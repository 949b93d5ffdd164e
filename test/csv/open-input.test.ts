import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openInput } from '../../source/csv/open-input.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

test('a file of nothing but zeros is refused at once, however long it is', async () => {
  const path = join(await tempFolder(), 'people.csv');
  await writeFile(path, '');
  await truncate(path, 2 ** 35);
  await expect(openInput(path)).rejects.toMatchObject({
    code: 'unreadable',
    message: `“${path}” cannot be read: it holds no text, only zeros.`,
  });
});
