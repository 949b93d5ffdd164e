import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { type Fault, FaultyDisk, systemError } from './faulty-disk.ts';
import { contentOf, done, givenStore, openAt, started, writeAt } from './given-store.ts';

const isJournal = (path: string) => path.endsWith('.jsonl');

/** The first write to the journal goes in by 100 bytes, the next not at all: a disk that becomes full. */
function fillingUp(): Fault {
  let isShort = false;
  return (call, path) => {
    if (call !== 'write' || !isJournal(path)) return;
    if (isShort) throw systemError('ENOSPC');
    isShort = true;
    return 100;
  };
}

const FAULTS: [string, () => Fault, string][] = [
  ['a disk that becomes full within a write', fillingUp, 'disk-full'],
  [
    'a write that takes nothing',
    () => (call, path) => (call === 'write' && isJournal(path) ? 0 : undefined),
    'disk-full',
  ],
  ['a quota', () => failing('write', 'EDQUOT'), 'disk-full'],
  ['a failing disk', () => failing('write', 'EIO'), 'store-fault'],
  ['a sync that fails', () => failing('sync', 'EIO'), 'store-fault'],
];

function failing(wanted: string, code: string): Fault {
  return (call, path) => {
    if (call === wanted && isJournal(path)) throw systemError(code);
    return undefined;
  };
}

test.each(FAULTS)(
  '%s: nothing of the group counts, the journal is put back, and it can be gone on',
  async (_what, fault, code) => {
    const { folder } = await givenStore();
    const disk = new FaultyDisk();
    const { store, writer } = await writeAt(folder, disk);
    await writer.append([started('one'), done('one', 0)]);
    const before = await contentOf(store);
    const bytes = await readFile(join(folder, 'journal.1.jsonl'));

    disk.fault = fault();
    const refusal = await writer.append([done('one', 1), done('one', 2)]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code, exitStatus: 1, message: expect.stringContaining(folder) });
    expect(await contentOf(store)).toEqual(before);
    expect(await readFile(join(folder, 'journal.1.jsonl'))).toEqual(bytes);

    disk.fault = () => undefined;
    await writer.append([done('one', 1)]);
    await writer.close();
    const reopened = await openAt(folder);
    expect((await reopened.run('one'))?.counts).toEqual({ pairs: 10, done: 2, failed: 0, left: 8, undone: 0 });
  },
);

test('where the tail cannot be put back, nothing is ever written behind it', async () => {
  const { folder } = await givenStore();
  const disk = new FaultyDisk();
  const { writer } = await writeAt(folder, disk);
  await writer.append([started('one'), done('one', 0)]);
  const full = fillingUp();
  disk.fault = (call, path) => {
    if (call === 'truncate') throw systemError('EIO');
    return full(call, path);
  };
  await expect(writer.append([done('one', 1)])).rejects.toMatchObject({ code: 'disk-full' });
  const torn = await readFile(join(folder, 'journal.1.jsonl'));
  disk.fault = failing('truncate', 'EIO');
  await expect(writer.append([done('one', 2)])).rejects.toMatchObject({ code: 'store-fault' });
  expect(await readFile(join(folder, 'journal.1.jsonl'))).toEqual(torn);
  disk.fault = () => undefined;
  await writer.append([done('one', 3)]);
  await writer.close();
  expect([...(await (await openAt(folder)).donePairs('transfer')).keys()]).toEqual(['1:2', '7:8']);
});

const CHECKPOINT_CALLS = ['create', 'write', 'sync', 'size', 'link', 'rename', 'syncFolder', 'append'] as const;

test.each(CHECKPOINT_CALLS)(
  'a checkpoint whose %s fails loses nothing, and nobody writes on in doubt',
  async (wanted) => {
    const { folder } = await givenStore();
    const disk = new FaultyDisk();
    const { store, writer } = await writeAt(folder, disk);
    await writer.append([started('one'), done('one', 0)]);
    const before = await contentOf(store);
    disk.fault = (call) => {
      if (call === wanted) throw systemError('ENOSPC');
      return undefined;
    };
    await expect(writer.checkpoint()).rejects.toMatchObject({ code: 'disk-full' });
    disk.fault = () => undefined;
    await expect(writer.append([done('one', 1)])).rejects.toMatchObject({ code: 'disk-full' });
    await writer.close();
    expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);

    const { store: reopened, writer: next } = await writeAt(folder);
    await reopened.refresh();
    expect((await contentOf(reopened)).people).toEqual(before.people);
    await next.append([done('one', 1)]);
    await next.checkpoint();
    await next.close();
    expect((await (await openAt(folder)).run('one'))?.counts).toEqual({
      pairs: 10,
      done: 2,
      failed: 0,
      left: 8,
      undone: 0,
    });
  },
);

test('a checkpoint of which the disk kept less than it took never stands in place of the former one', async () => {
  const { folder } = await givenStore();
  const disk = new FaultyDisk();
  const { writer } = await writeAt(folder, disk);
  const before = await readFile(join(folder, 'store.json'));
  await writer.append([started('one')]);
  disk.fault = (call, path) => (call === 'size' && path.endsWith('.tmp') ? 4096 : undefined);
  await expect(writer.checkpoint()).rejects.toMatchObject({ code: 'disk-full' });
  await writer.close();
  expect(await readFile(join(folder, 'store.json'))).toEqual(before);
});

test.each(['makeFolder', 'list', 'create', 'write', 'sync', 'rename'] as const)(
  'of a store whose %s failed when it was made nothing stays',
  async (wanted) => {
    const folder = join(await tempFolder(), 'store');
    const disk = new FaultyDisk();
    disk.fault = (call) => {
      if (call === wanted) throw systemError('ENOSPC');
      return undefined;
    };
    const data = makeDemo({ users: 5, seed: 1 });
    await expect(createStore(folder, data, disk, systemRandom)).rejects.toMatchObject({ code: 'disk-full' });
    expect(await readdir(folder).catch(() => [])).toEqual([]);
    disk.fault = () => undefined;
    await createStore(folder, data, disk, systemRandom);
    expect((await contentOf(await openAt(folder))).people).toEqual(data.people);
  },
);

test('a store is made in an empty folder only, and never over a file', async () => {
  const { folder, data } = await givenStore(5);
  const disk = new FaultyDisk();
  const before = await readFile(join(folder, 'store.json'));
  await expect(createStore(folder, data, disk, systemRandom)).rejects.toMatchObject({ code: 'store-exists' });
  await expect(createStore(join(folder, 'store.json'), data, disk, systemRandom)).rejects.toMatchObject({
    code: 'not-a-folder',
  });
  expect(await readFile(join(folder, 'store.json'))).toEqual(before);
});
