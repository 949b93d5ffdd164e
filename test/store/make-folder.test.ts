import { stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

test('a folder is made with all above it, for its owner only, and twice does no harm', async () => {
  const folder = join(await tempFolder(), 'one', 'two', 'three');
  await Promise.all([nodeDisk.makeFolder(folder), nodeDisk.makeFolder(folder)]);
  await nodeDisk.makeFolder(folder);
  for (const path of [folder, join(folder, '..'), join(folder, '..', '..')]) {
    expect((await stat(path)).mode & 0o777).toBe(0o700);
  }
});

test('a link to a folder is one', async () => {
  const folder = await tempFolder();
  await symlink(folder, join(folder, 'link'));
  await nodeDisk.makeFolder(join(folder, 'link', 'inside'));
  expect((await stat(join(folder, 'inside'))).isDirectory()).toBe(true);
});

test('a file in the way is an error', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'file'), '');
  await expect(nodeDisk.makeFolder(join(folder, 'file'))).rejects.toMatchObject({ code: 'EEXIST' });
  await expect(nodeDisk.makeFolder(join(folder, 'file', 'inside'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test.runIf(process.platform === 'linux')('where none can be made it is an error, and no endless try', async () => {
  await expect(nodeDisk.makeFolder('/proc/store')).rejects.toMatchObject({ code: 'ENOENT' });
});
