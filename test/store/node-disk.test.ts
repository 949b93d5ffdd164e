import { execFileSync } from 'node:child_process';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { givenStore, openAt } from './given-store.ts';

test('a pipe in place of a file is not waited for, neither to be read nor to be written to', async () => {
  const pipe = join(await tempFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  await expect(nodeDisk.read(pipe)).rejects.toThrow('it is not a file');
  await expect(nodeDisk.append(pipe)).rejects.toMatchObject({ code: 'ENXIO' });
});

test.each(['store.json', 'journal.1.jsonl'])('a store with a pipe as its %s says so', async (name) => {
  const { folder } = await givenStore();
  await rename(join(folder, name), join(folder, '..', name));
  execFileSync('mkfifo', [join(folder, name)]);
  const refusal = await openAt(folder).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'store-fault', message: expect.stringContaining('it is not a file') });
});
