import { expect, test } from 'vitest';
import { done, failed, givenStore, started, writeAt } from './given-store.ts';

test('what a reader was told of a run stays as it was, and altering that alters nothing in the store', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one', 2)]);
  const told = await store.run('one');
  await writer.append([done('one', 0)]);
  expect(told?.pairs.map(({ state }) => state)).toEqual(['left', 'left']);
  expect(told?.counts).toMatchObject({ done: 0, left: 2 });
  for (const pair of told?.pairs ?? []) pair.state = 'failed';
  const now = await store.run('one');
  expect(now?.pairs.map(({ state }) => state)).toEqual(['done', 'left']);
  expect(now?.counts).toMatchObject({ done: 1, failed: 0, left: 1 });
  await writer.close();
});

test('pairs may be settled in any order, and again', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one', 5), done('one', 3), done('one', 4), failed('one', 0), done('one', 2)]);
  await writer.append([done('one', 0)]);
  const run = await store.run('one');
  expect(run?.pairs.map(({ state }) => state)).toEqual(['done', 'left', 'done', 'done', 'done']);
  expect(run?.counts).toMatchObject({ done: 4, failed: 0, left: 1 });
  await writer.close();
});
