import { expect, test } from 'vitest';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Person } from '../../source/model/user.ts';
import { ACTOR, givenStore, openAt, started, writeAt } from './given-store.ts';

const AT = '2026-03-02T09:15:00.000Z';

const lastIdAt = async (folder: string) => (await (await openAt(folder)).info()).lastId;

function deleted(before: Person): JournalEntry {
  return { kind: 'person-deleted', ...ACTOR, person: before.id, before, at: AT };
}

test('the highest ID of the people counts on when they are gone, before a checkpoint and after', async () => {
  const { folder, data } = await givenStore(12);
  const last = data.people.at(-1);
  if (last === undefined) throw new Error('nobody is there');
  expect(await lastIdAt(folder)).toBe(last.id);
  const { writer } = await writeAt(folder);
  await writer.append([deleted(last)]);
  expect(await lastIdAt(folder)).toBe(last.id);
  await writer.checkpoint();
  await writer.close();
  const store = await openAt(folder);
  expect((await store.users()).map(({ id }) => id)).not.toContain(last.id);
  expect((await store.info()).lastId).toBe(last.id);
});

test('whom a run is to create has an ID that is nobody else’s, from the moment it begins', async () => {
  const { folder } = await givenStore(12);
  const { writer } = await writeAt(folder);
  await writer.append([
    { ...started('one', 1), operation: 'import', pairs: [{ source: 77, target: 77 }] } as JournalEntry,
  ]);
  expect(await lastIdAt(folder)).toBe(77);
  await writer.checkpoint();
  await writer.close();
  expect(await lastIdAt(folder)).toBe(77);
});

test('a store that has not kept it has that of its people and runs', async () => {
  const { folder } = await givenStore(12);
  const { writer } = await writeAt(folder);
  await writer.append([started('one', 40)]);
  await writer.close();
  expect(await lastIdAt(folder)).toBe(80);
});
