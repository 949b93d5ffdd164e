import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Image } from '../../source/model/change.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import { blankPerson } from '../../source/model/person-of-image.ts';
import { contentOf, done, failed, finished, givenStore, openAt, started, writeAt } from './given-store.ts';

/** A run that puts `undoOf` back, of one pair. */
const undoOf = (run: string): JournalEntry[] => [
  { ...started('back', 1), operation: 'undo', undoOf: run } as JournalEntry,
];
const gone = (entry: JournalEntry): JournalEntry => ({
  ...(entry as Extract<JournalEntry, { kind: 'pair-done' }>),
  after: { source: { id: 1, records: {} }, target: { id: 999_999, records: {} } },
});

test.each<[string, JournalEntry[], string]>([
  ['a run that nobody began', [finished('nope')], 'run nope'],
  ['a pair of a run that nobody began', [done('nope', 0)], 'run nope'],
  ['a pair that its run does not hold', [done('one', 7)], '15:16'],
  ['a failed pair that its run does not hold', [started('two', 1), failed('two', 3)], '7:8'],
  ['somebody who is not there', [gone(done('one', 0))], '999999'],
  ['the undo of a run that nobody began', undoOf('nope'), 'run nope'],
  ['the undo of a pair that its run does not hold', [started('two', 0), ...undoOf('two')], '1:2'],
  ['a run that was begun already', [started('one')], 'run one'],
])(
  'what speaks of %s is refused before anything of it is written, and the store goes on',
  async (_what, entries, told) => {
    const { folder } = await givenStore();
    const { store, writer } = await writeAt(folder);
    await writer.append([started('one', 2)]);
    const journal = join(folder, 'journal.1.jsonl');
    const before = await readFile(journal, 'utf8');
    const refusal = await writer.append([done('one', 1), ...entries]).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'unfit-entry', message: expect.stringContaining(told) });
    expect(await readFile(journal, 'utf8')).toBe(before);
    await writer.append([done('one', 0)]);
    await writer.close();
    expect(await contentOf(await openAt(folder))).toEqual(await contentOf(store));
  },
);

/** The row of an import about somebody, and the beginning of a run of just that row. */
function row(person: number, before: Partial<Image>, after: Partial<Image>): JournalEntry[] {
  const about = { run: 'rows', source: person, target: person, at: '2026-03-02T09:15:00.000Z' };
  const none = { id: person, records: {} };
  const begun = { ...started('rows', 0), operation: 'import', pairs: [{ source: person, target: person }] };
  return [
    begun as JournalEntry,
    {
      kind: 'pair-done',
      ...about,
      before: { source: { ...none, ...before }, target: none },
      after: { source: { ...none, ...after }, target: none },
      counts: {},
    },
  ];
}
const { id: _id, records: _records, ...nora } = { ...blankPerson(1001), lastName: 'New' };

test('a row that creates somebody, and one that removes them again, are taken in; so are both as one group', async () => {
  const { folder, data } = await givenStore();
  const { store, writer } = await writeAt(folder);
  const [begun, created] = row(1001, { exists: false }, { user: nora });
  const [, removed] = row(1001, { user: nora }, { exists: false });
  if (begun === undefined || created === undefined || removed === undefined) throw new Error('No entries');
  await writer.append([begun, created]);
  expect(writer.person(1001)).toEqual({ ...blankPerson(1001), lastName: 'New' });
  await writer.append([removed]);
  expect(writer.person(1001)).toBeUndefined();
  await writer.append([created, removed, created]);
  await writer.close();
  const read = await openAt(folder);
  expect(await contentOf(read)).toEqual(await contentOf(store));
  expect((await read.users()).length).toBe(data.people.length + 1);
});

test.each<[string, JournalEntry[], string]>([
  ['creates somebody with an ID that is taken', row(3, { exists: false }, { user: nora }), 'ID 3, which is taken'],
  [
    'creates somebody of whom not all is told',
    row(1001, { exists: false }, { user: { lastName: 'New' } }),
    'not of all',
  ],
  ['changes somebody who is not there', row(1001, { user: {} }, { user: { lastName: 'New' } }), 'user 1001'],
  ['removes somebody who is not there', row(1001, { user: nora }, { exists: false }), 'user 1001'],
])('a row that %s is refused before anything of it is written', async (_what, entries, told) => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await expect(writer.append(entries)).rejects.toMatchObject({
    code: 'unfit-entry',
    message: expect.stringContaining(told),
  });
  await writer.close();
  expect((await openAt(folder)).position.sequence).toBe(0);
});

test('what could not be taken in all the same is taken out of the journal, and nothing more is written by that writer', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await writer.append([started('one', 2)]);
  const broken = { ...started('two', 1), pairs: null } as unknown as JournalEntry;
  await expect(writer.append([done('one', 0), broken])).rejects.toMatchObject({ code: 'unfit-entry' });
  await expect(writer.append([done('one', 1)])).rejects.toMatchObject({ code: 'unfit-entry' });
  await expect(writer.checkpoint()).rejects.toMatchObject({ code: 'unfit-entry' });
  await writer.close();
  const { store, writer: next } = await writeAt(folder);
  expect((await store.run('one'))?.counts).toMatchObject({ done: 0, left: 2 });
  await next.append([done('one', 0)]);
  await next.close();
  expect((await (await openAt(folder)).run('one'))?.counts).toMatchObject({ done: 1, left: 1 });
});
