import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { link, lstat, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createFile } from '../../source/csv/create-file.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
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

test('what is read is never written over, by whatever name it goes and whatever is forced', async () => {
  const folder = await tempFolder();
  const read = join(folder, 'people.csv');
  await writeFile(read, 'mine');
  await symlink(folder, join(folder, 'elsewhere'));
  await link(read, join(folder, 'twin.csv'));
  for (const name of ['people.csv', 'elsewhere/people.csv', 'twin.csv']) {
    const work = createFile(join(folder, name), { force: true, reads: [read] }, (write) => write('other'));
    await expect(work, name).rejects.toMatchObject({ code: 'same-file', exitStatus: 2 });
  }
  expect(await readFile(read, 'utf8')).toBe('mine');
  await createFile(join(folder, 'new.csv'), { force: true, reads: [read] }, (write) => write('other'));
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

test.each([{}, { force: true }])(
  'a link is said to be one, and where it leads; its end is not written to: %j',
  async (options) => {
    const folder = await tempFolder();
    const end = join(folder, 'elsewhere');
    await symlink(end, join(folder, 'people.csv'));
    const refused = { code: 'not-written', message: expect.stringMatching(`: it is a link to ${end}\\.$`) };
    await expect(createFile(join(folder, 'people.csv'), options, (write) => write('x'))).rejects.toMatchObject(refused);
    expect(await readdir(folder)).toEqual(['people.csv']);
    await writeFile(end, 'mine');
    await expect(createFile(join(folder, 'people.csv'), options, (write) => write('x'))).rejects.toMatchObject(refused);
    expect(await readFile(end, 'utf8')).toBe('mine');
  },
);

test('so is one that somebody puts there while the file is made', async () => {
  const folder = await tempFolder();
  const work = createFile(join(folder, 'people.csv'), { force: true }, async (write) => {
    await write('ours');
    await symlink('elsewhere', join(folder, 'people.csv'));
  });
  await expect(work).rejects.toMatchObject({ code: 'not-written' });
  expect((await lstat(join(folder, 'people.csv'))).isSymbolicLink()).toBe(true);
  expect(await readdir(folder)).toEqual(['people.csv']);
});

test('a pipe and a socket stay what they are, whatever is forced', async () => {
  const folder = await tempFolder();
  await promisify(execFile)('mkfifo', [join(folder, 'pipe')]);
  const server = createServer().listen(join(folder, 'socket'));
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  for (const name of ['pipe', 'socket']) {
    await expect(createFile(join(folder, name), { force: true }, (write) => write('x'))).rejects.toMatchObject({
      code: 'not-written',
      message: expect.stringContaining(`: it is a ${name}.`),
    });
  }
  expect((await lstat(join(folder, 'pipe'))).isFIFO()).toBe(true);
  expect((await lstat(join(folder, 'socket'))).isSocket()).toBe(true);
});

describe('in the folder of a store', () => {
  async function storeIn(folder: string): Promise<string> {
    const store = join(folder, 'store');
    await createStore(store, makeDemo({ users: 30, seed: 1 }), nodeDisk, systemRandom);
    await mkdir(join(store, 'runs', 'one'), { recursive: true });
    await symlink(join(store, 'runs'), join(folder, 'link'));
    return store;
  }

  test.each([
    'store/store.json',
    'store/journal.1.jsonl',
    'store/audit.jsonl',
    'store/runs/one/plan.json',
    'link/one/x',
  ])('nothing is written, taken or not, forced or not: %s', async (name) => {
    const folder = await tempFolder();
    const store = await storeIn(folder);
    const before = await Promise.all((await readdir(store)).map((each) => lstat(join(store, each))));
    for (const options of [{}, { force: true }]) {
      const refused = await createFile(join(folder, name), options, (write) => write('x')).catch((error) => error);
      expect(refused).toMatchObject({ code: 'inside-store', exitStatus: 2, message: expect.stringContaining(store) });
    }
    const after = await Promise.all((await readdir(store)).map((each) => lstat(join(store, each))));
    expect(after.map(({ ino, size }) => [ino, size])).toEqual(before.map(({ ino, size }) => [ino, size]));
  });

  test('nor where it has lost one of its files, or becomes one meanwhile', async () => {
    const folder = await tempFolder();
    const store = await storeIn(folder);
    for (const name of ['store.json', 'lock.db']) {
      await rename(join(store, name), join(folder, name));
      await expect(createFile(join(store, name), {}, (write) => write('x'))).rejects.toMatchObject({
        code: 'inside-store',
      });
      await rename(join(folder, name), join(store, name));
    }
    await mkdir(join(folder, 'other'));
    const work = createFile(join(folder, 'other', 'store.json'), { force: true }, async () => {
      await createStore(join(folder, 'made'), makeDemo({ users: 30, seed: 1 }), nodeDisk, systemRandom);
      for (const name of await readdir(join(folder, 'made')))
        await rename(join(folder, 'made', name), join(folder, 'other', name));
    });
    await expect(work).rejects.toMatchObject({ code: 'inside-store' });
  });

  test('a file beside it is, and one in a folder with somebody else’s store.json', async () => {
    const folder = await tempFolder();
    await storeIn(folder);
    await createFile(join(folder, 'people.csv'), {}, (write) => write('x'));
    await mkdir(join(folder, 'shop'));
    await writeFile(join(folder, 'shop', 'store.json'), '{}');
    await createFile(join(folder, 'shop', 'people.csv'), {}, (write) => write('x'));
    expect(await readFile(join(folder, 'shop', 'people.csv'), 'utf8')).toBe('x');
  });
});
