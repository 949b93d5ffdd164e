import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { replaceDemo } from '../../source/commands/replace-demo.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import type { Context } from '../../source/session/context.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { contentOf, givenStore, openAt, writeAt } from '../store/given-store.ts';

const DATA = makeDemo({ users: 20, seed: 9 });

/** The parts of a context that replacing a store asks for. */
function contextOn(disk: FaultyDisk, random = systemRandom): Context {
  const parts = { login: 'sam', host: 'desk', pid: process.pid, clock: systemClock, random, disk };
  return parts as Partial<Context> as Context;
}

test.each(['create', 'write', 'sync', 'rename', 'makeFolder'] as const)(
  'a disk that fails to %s leaves the former store whole, free, and nothing beside it',
  async (call) => {
    const { folder } = await givenStore();
    const before = await contentOf(await openAt(folder));
    const disk = new FaultyDisk();
    disk.fault = (called) => {
      if (called === call) throw systemError('ENOSPC');
      return undefined;
    };
    await expect(replaceDemo(await openAt(folder), DATA, contextOn(disk))).rejects.toMatchObject({
      name: 'HandoverError',
    });
    expect(await readdir(path.dirname(folder))).toEqual(['store']);
    const { store, writer } = await writeAt(folder);
    expect(await contentOf(store)).toEqual(before);
    await writer.close();
  },
);

test('where the former store cannot be put aside, it stays where it is, and the new one goes', async () => {
  const { folder } = await givenStore();
  const before = await contentOf(await openAt(folder));
  const disk = new FaultyDisk();
  // A folder that is not empty cannot be replaced.
  const token = (length: number) => 'a'.repeat(length);
  await mkdir(path.join(`${folder}.${token(8)}.old`, 'taken'), { recursive: true });
  await expect(replaceDemo(await openAt(folder), DATA, contextOn(disk, { token }))).rejects.toThrow('ENOTEMPTY');
  expect((await readdir(path.dirname(folder))).sort()).toEqual(['store', `store.${token(8)}.old`]);
  expect(await contentOf(await openAt(folder))).toEqual(before);
});

test('a store that somebody writes to is left alone', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  const replacing = replaceDemo(await openAt(folder), DATA, contextOn(new FaultyDisk()));
  await expect(replacing).rejects.toMatchObject({ code: 'store-held' });
  await writer.close();
  expect(await readdir(path.dirname(folder))).toEqual(['store']);
});

test('when all goes well the new store is there, free, and the former one is gone', async () => {
  const { folder } = await givenStore();
  await replaceDemo(await openAt(folder), DATA, contextOn(new FaultyDisk()));
  expect(await readdir(path.dirname(folder))).toEqual(['store']);
  const { store, writer } = await writeAt(folder);
  expect((await contentOf(store)).people).toEqual(DATA.people);
  await writer.close();
});
