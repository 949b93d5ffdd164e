import { execFile } from 'node:child_process';
import { mkdir, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readText } from '../../source/session/read-text.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

test('a file is read whole', async () => {
  const path = join(await tempFolder(), 'plan.json');
  await writeFile(path, 'ä'.repeat(100_000));
  expect(await readText(path, 'plan')).toBe('ä'.repeat(100_000));
});

test('a pipe is read once somebody has written it', async () => {
  const pipe = join(await tempFolder(), 'pipe');
  await promisify(execFile)('mkfifo', [pipe]);
  const reading = readText(pipe, 'plan');
  await writeFile(pipe, 'ä'.repeat(100_000));
  expect(await reading).toBe('ä'.repeat(100_000));
});

test('a folder, a device and what is too large are refused at once', async () => {
  const folder = await tempFolder();
  await mkdir(join(folder, 'inside'));
  await writeFile(join(folder, 'large'), '');
  await truncate(join(folder, 'large'), 2 ** 33);
  const reasons = {
    [join(folder, 'missing')]: 'there is no such file',
    [join(folder, 'inside')]: 'it is a folder',
    '/dev/null': 'it is not a plain file',
    [join(folder, 'large')]: 'it is larger than any of its kind',
  };
  for (const [path, reason] of Object.entries(reasons)) {
    await expect(readText(path, 'plan')).rejects.toMatchObject({
      code: 'unreadable',
      kind: 'problems',
      message: `The plan ${path} cannot be read: ${reason}.`,
    });
  }
});
