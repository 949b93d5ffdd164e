import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Disk } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { contentOf, done, failed, finished, givenStore, HOLDER, openAt, started, writeAt } from './given-store.ts';

test('the checkpoint with the journal behind it says what the writer has in hand', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one')]);
  await writer.append([done('one', 0), failed('one', 1)]);
  await writer.checkpoint();
  await writer.append([done('one', 2), finished('one')]);
  await writer.close();
  const reopened = await openAt(folder);
  expect(await contentOf(reopened)).toEqual(await contentOf(store));
  expect(await reopened.donePairs('transfer')).toEqual(
    new Map([
      ['1:2', 'one'],
      ['5:6', 'one'],
    ]),
  );
});

test('a reader takes in each record once, across checkpoints, and also when it slept over several', async () => {
  const { folder } = await givenStore();
  const awake = await openAt(folder);
  const asleep = await openAt(folder);
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one')]);
  const seen: number[] = [];
  for (let index = 0; index < 6; index += 1) {
    await writer.append([done('one', index)]);
    if (index % 2 === 0) await writer.checkpoint();
    seen.push(...(await awake.refresh()).map(({ sequence }) => sequence));
  }
  await writer.close();
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect((await asleep.refresh()).map(({ sequence }) => sequence)).toEqual(seen);
  expect(await asleep.refresh()).toEqual([]);
  await store.refresh();
  expect(await contentOf(asleep)).toEqual(await contentOf(store));
  expect(await contentOf(awake)).toEqual(await contentOf(store));
});

test('a journal without a record between two others stops no reader', async () => {
  const { folder } = await givenStore();
  const reader = await openAt(folder);
  const { writer } = await writeAt(folder);
  await writer.checkpoint();
  await writer.checkpoint();
  await writer.append([started('one')]);
  await writer.close();
  expect(await reader.refresh()).toHaveLength(1);
  expect(await reader.run('one')).not.toBeNull();
});

test('a store opened before a checkpoint goes on in the journal behind it', async () => {
  const { folder } = await givenStore();
  const early = await openAt(folder);
  const { writer } = await writeAt(folder);
  await writer.append([started('one'), done('one', 0)]);
  await writer.checkpoint();
  await writer.close();
  const second = await early.startWriting(HOLDER);
  await second.append([done('one', 1)]);
  await second.close();
  expect((await (await openAt(folder)).run('one'))?.counts.done).toBe(2);
});

test('a journal begun for a checkpoint that never came to count is not gone on in', async () => {
  const { folder } = await givenStore();
  await writeFile(join(folder, 'journal.2.jsonl'), '');
  const { writer } = await writeAt(folder);
  await writer.append([started('one'), done('one', 0)]);
  await writer.close();
  expect((await (await openAt(folder)).run('one'))?.counts.done).toBe(1);
  const { writer: next } = await writeAt(folder);
  await next.checkpoint();
  await next.append([done('one', 1)]);
  await next.close();
  expect((await (await openAt(folder)).run('one'))?.counts.done).toBe(2);
});

test('a reader that is overtaken between two journals reads the rest of the first before the second', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await writer.append([started('one')]);
  let isDue = false;
  const overtaken: Disk = {
    ...nodeDisk,
    async read(path, start) {
      const bytes = await nodeDisk.read(path, start);
      if (isDue && path.endsWith('journal.1.jsonl')) {
        isDue = false;
        await writer.append([done('one', 0)]);
        await writer.checkpoint();
        await writer.append([done('one', 1)]);
      }
      return bytes;
    },
  };
  const reader = await openAt(folder, overtaken);
  isDue = true;
  expect((await reader.refresh()).map(({ sequence }) => sequence)).toEqual([2, 3]);
  await writer.close();
});

test('two who ask the same store at once share what is new', async () => {
  const { folder } = await givenStore();
  const reader = await openAt(folder);
  const { writer } = await writeAt(folder);
  await writer.append([started('one'), done('one', 0)]);
  const [first, second] = await Promise.all([reader.refresh(), reader.refresh(), reader.refresh()]);
  expect([first.length, second.length]).toEqual([2, 0]);
  expect((await reader.run('one'))?.counts).toEqual({ pairs: 10, done: 1, failed: 0, left: 9, undone: 0 });
  await writer.close();
});

test('a reader follows when the store folder was put back to an earlier day', async () => {
  const { folder, data } = await givenStore();
  const { writer } = await writeAt(folder);
  await writer.append([started('one'), done('one', 0), done('one', 1)]);
  await writer.close();
  const reader = await openAt(folder);
  await writeFile(join(folder, 'journal.1.jsonl'), '');
  const { writer: later } = await writeAt(folder);
  await later.append([started('two', 5), ...[0, 1, 2, 3].map((index) => done('two', index))]);
  await later.append([done('two', 4)]);
  await later.close();
  await reader.refresh();
  expect((await reader.runs()).map(({ id }) => id)).toEqual(['two']);
  expect((await reader.users()).length).toBe(data.people.length);
});

test('a journal that has grown beyond 64 MB is put into a checkpoint', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  const long = 'x'.repeat(33 * 2 ** 20);
  await writer.append([started('one')]);
  await writer.append([failed('one', 0, long)]);
  await writer.append([failed('one', 1, long)]);
  await writer.append([done('one', 2)]);
  await writer.close();
  expect((await nodeDisk.list(folder)).sort()).toContain('journal.2.jsonl');
  expect((await (await openAt(folder)).run('one'))?.counts).toEqual({
    pairs: 10,
    done: 1,
    failed: 2,
    left: 7,
    undone: 0,
  });
});
