import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JournalRecord } from '../../source/model/journal.ts';
import type { StorePort } from '../../source/model/ports.ts';
import { done, finished, givenStore, openAt, started, writeAt } from './given-store.ts';

async function recordsOf(store: StorePort, wanted?: Parameters<StorePort['records']>[0]): Promise<JournalRecord[]> {
  const records: JournalRecord[] = [];
  for await (const record of store.records(wanted)) records.push(record);
  return records;
}

/** A record as readers tell it. */
const told = ({ sequence, entry, hash }: JournalRecord): JournalRecord => ({ sequence, entry, hash });

/** Three runs in three journals: a checkpoint behind the first and the second. */
async function givenJournals(): Promise<{ folder: string; written: JournalRecord[] }> {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  const written: JournalRecord[] = [];
  for (const run of ['one', 'two', 'three']) {
    written.push(...(await writer.append([started(run), done(run, 0)])));
    written.push(...(await writer.append([done(run, 1), finished(run)])));
    if (run !== 'three') await writer.checkpoint();
  }
  await writer.close();
  return { folder, written: written.map(told) };
}

test('what was appended is given back by whoever writes and whoever reads, across checkpoints, oldest first', async () => {
  const { folder, written } = await givenJournals();
  expect(written.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(await recordsOf(await openAt(folder))).toEqual(written);
});

test('those behind a sequence, those of one run, and those of several', async () => {
  const { folder, written } = await givenJournals();
  const store = await openAt(folder);
  for (const after of [0, 3, 4, 8, 11, 12]) expect(await recordsOf(store, { after })).toEqual(written.slice(after));
  expect(await recordsOf(store, { run: 'two' })).toEqual(written.slice(4, 8));
  expect(await recordsOf(store, { run: 'two', after: 6 })).toEqual(written.slice(6, 8));
  expect(await recordsOf(store, { run: 'four' })).toEqual([]);
  const outer = written.filter((_record, index) => index < 4 || index >= 8);
  expect(await recordsOf(store, { run: ['one', 'three'] })).toEqual(outer);
});

test('a run that goes on behind a checkpoint is told to its end', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  const written = await writer.append([started('one'), done('one', 0)]);
  await writer.checkpoint();
  await writer.append([started('two')]);
  written.push(...(await writer.append([done('one', 1)])));
  await writer.close();
  expect(await recordsOf(await openAt(folder), { run: 'one' })).toEqual(written.map(told));
});

test('a journal before the run is not needed; one that is needed and missing is named', async () => {
  const { folder, written } = await givenJournals();
  await rm(join(folder, 'journal.1.jsonl'));
  const store = await openAt(folder);
  expect(await recordsOf(store, { run: 'two' })).toEqual(written.slice(4, 8));
  for (const after of [4, 5, 8, 9]) expect(await recordsOf(store, { after })).toEqual(written.slice(after));
  await expect(recordsOf(store, { run: 'one' })).rejects.toMatchObject({
    code: 'missing-journal',
    message: expect.stringContaining('journal.1.jsonl'),
  });
});

// What a whole group leaves is missed in the journal behind, which is chained to it.
test.each<[string, string, (text: string) => string]>([
  ['altered', '1', (text) => text.replace('"desk"', '"disk"')],
  ['cut behind a group', '2', (text) => text.split('\n').toSpliced(2, 2).join('\n')],
  ['cut at a record', '1', (text) => text.slice(0, text.lastIndexOf('\n', text.length - 2) + 1)],
  ['cut within a record', '1', (text) => text.slice(0, -9)],
  ['without a record in its middle', '1', (text) => text.split('\n').toSpliced(1, 1).join('\n')],
])(
  'a journal that a checkpoint has taken in and that was %s is named, or the next one',
  async (_what, named, change) => {
    const { folder } = await givenJournals();
    const file = join(folder, 'journal.1.jsonl');
    const text = await readFile(file, 'utf8');
    expect(change(text)).not.toBe(text);
    await writeFile(file, change(text));
    await expect(recordsOf(await openAt(folder))).rejects.toMatchObject({
      code: 'damaged-journal',
      message: expect.stringContaining(`journal.${named}.jsonl`),
    });
  },
);

test('a torn tail of the last journal is passed over, as it counts for nothing', async () => {
  const { folder, written } = await givenJournals();
  await appendFile(join(folder, 'journal.3.jsonl'), '{"torn');
  expect(await recordsOf(await openAt(folder))).toEqual(written);
});

test('with an ear for damage reading goes on behind it: each line that does not fit is named, the innocent are given', async () => {
  const { folder, written } = await givenJournals();
  const faults: string[] = [];
  const heard = async () => {
    faults.length = 0;
    const damage = ({ message }: { message: string }) =>
      faults.push(message.replace(/^.*(journal\.\d).*?(line \d|missing).*$/, '$1 $2'));
    const found: number[] = [];
    for await (const { sequence } of (await openAt(folder)).records({ damage })) found.push(sequence);
    return found;
  };
  const all = written.map(({ sequence }) => sequence);
  const file = join(folder, 'journal.1.jsonl');
  const lines = (await readFile(file, 'utf8')).split('\n');
  const put = (...changed: string[]) => writeFile(file, changed.join('\n'));
  const [first = '', second = '', ...rest] = lines;

  await put(first, second.replace('"at"', '"At"'), ...rest);
  expect([await heard(), faults]).toEqual([all.filter((one) => one !== 2), ['journal.1 line 2']]);
  await put(first, `${second.slice(0, -1)}x`, ...rest);
  expect([await heard(), faults]).toEqual([all.filter((one) => one !== 2), ['journal.1 line 2']]);
  await put(first.replace('"at"', '"At"'), second, ...rest.slice(1));
  expect([await heard(), faults]).toEqual([
    all.filter((one) => one !== 1 && one !== 3 && one !== 4),
    ['journal.1 line 1', 'journal.1 line 3'],
  ]);
  await rm(file);
  const [missing] = [await heard(), faults];
  expect(missing.at(-1)).toBe(all.at(-1));
  expect(faults).toEqual(['journal.1 missing']);
});
