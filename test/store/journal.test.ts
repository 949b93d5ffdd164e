import { hash, randomInt } from 'node:crypto';
import { appendFile, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../source/model/journal.ts';
import { decodeJournal, encodeGroup } from '../../source/store/lowdb/journal-lines.ts';
import { fc } from '../helpers/fast-check.ts';
import {
  ACTOR,
  contentOf,
  done,
  failed,
  finished,
  givenStore,
  HOLDER,
  openAt,
  started,
  writeAt,
} from './given-store.ts';

const START = { generation: 1, sequence: 0, chain: '0'.repeat(32), bytes: 0, lines: 0 };
const GROUPS = [
  [started('one')],
  [done('one', 0), failed('one', 1, 'mail bounced: sam@lindenhall.example is not there'), done('one', 2)],
  [done('one', 3, 'ü € 😀'), done('one', 4)],
];

/** The bytes of GROUPS, and where each line begins. */
function written(): { bytes: Buffer; lines: number[] } {
  let at = START;
  const parts = GROUPS.map((entries) => {
    const group = encodeGroup(entries, at);
    at = group.end;
    return group.bytes;
  });
  const bytes = Buffer.concat(parts);
  const lines = [0, ...[...bytes.entries()].flatMap(([place, byte]) => (byte === 0x0a ? [place + 1] : []))].slice(
    0,
    -1,
  );
  return { bytes, lines };
}

const decode = (bytes: Uint8Array) => decodeJournal(bytes, START, 'journal.1.jsonl');

test('what is written in groups is read one by one, each chained to the one before', () => {
  const { bytes } = written();
  const { records, end, tornBytes } = decode(bytes);
  expect(records.map(({ entry }) => entry)).toEqual(GROUPS.flat());
  expect(records.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(new Set(records.map(({ hash }) => hash)).size).toBe(6);
  expect([end.bytes, end.lines, tornBytes]).toEqual([bytes.length, 6, 0]);
});

test('cut anywhere, be it between two records, it gives the groups that are whole and calls the rest torn', () => {
  const { bytes, lines } = written();
  const counts = [0, 1, 4, 6];
  const ends = counts.map((count) => [...lines, bytes.length][count] ?? 0);
  for (let length = 0; length <= bytes.length; length += 1) {
    const { records, end: good, tornBytes } = decode(bytes.subarray(0, length));
    const whole = ends.findLastIndex((end) => end <= length);
    expect([records.length, good.bytes], `cut to ${length}`).toEqual([counts[whole], ends[whole]]);
    expect(good.bytes + tornBytes).toBe(length);
  }
});

test('records of an older handover, which do not say where their group ends, count each for itself', () => {
  const older = (entries: readonly JournalEntry[]) => {
    let chain = START.chain;
    const lines = entries.map((entry, index) => {
      const text = JSON.stringify({ sequence: index + 1, group: 1, entry });
      chain = hash('sha256', chain + text).slice(0, 32);
      return `${text}\t${chain}\n`;
    });
    return Buffer.from(lines.join(''));
  };
  const bytes = older(GROUPS.flat());
  const length = bytes.indexOf(0x0a, bytes.indexOf(0x0a) + 1) + 1;
  expect(decode(bytes.subarray(0, length))).toMatchObject({ records: [{}, {}], end: { lines: 2 }, tornBytes: 0 });
  expect(decode(bytes.subarray(0, length + 40))).toMatchObject({ records: [{}, {}], tornBytes: 40 });
});

test('every flipped bit is noticed, in whatever byte', () => {
  const { bytes } = written();
  for (let place = 0; place < bytes.length; place += 1) {
    for (let bit = 0; bit < 8; bit += 1) {
      const altered = Buffer.from(bytes);
      altered.writeUInt8(altered.readUInt8(place) ^ (1 << bit), place);
      expect(() => decode(altered), `bit ${bit} of byte ${place}`).toThrow(/damaged in line \d/);
    }
  }
});

test('a line that was altered, taken out, doubled or put elsewhere is named', () => {
  const { bytes } = written();
  const lines = bytes.toString().trimEnd().split('\n');
  const joined = (...order: number[]) => Buffer.from(order.map((index) => `${lines[index]}\n`).join(''));
  expect(() => decode(joined(0, 1, 3, 4, 5))).toThrow('damaged in line 3');
  expect(() => decode(joined(0, 2, 1, 3, 4, 5))).toThrow('damaged in line 2');
  expect(() => decode(joined(0, 1, 2, 2, 3, 4, 5))).toThrow('damaged in line 4');
  expect(() => decode(joined(1, 2, 3, 4, 5))).toThrow('damaged in line 1');
  expect(() => decode(joined(0, 1, 2, 3, 4, 5, 0))).toThrow('damaged in line 7');
  expect(() => decode(Buffer.from(`${bytes}\n`))).toThrow('damaged in line 7');
});

test('a last group of which sectors never reached the disk is torn, wherever they lie in it', () => {
  const { bytes, lines } = written();
  const begin = lines[4] ?? 0;
  fc.assert(
    fc.property(fc.integer({ min: 0, max: bytes.length - begin - 1 }), (within) => {
      const lost = Buffer.from(bytes).fill(0, begin + within);
      const { records, end } = decode(lost);
      expect(end.bytes).toBeLessThanOrEqual(begin + within);
      expect(records.length).toBeGreaterThanOrEqual(4);
    }),
  );
  const hole = encodeGroup([done('one', 3, 'x'.repeat(3000)), done('one', 4)], decodeEnd(bytes.subarray(0, begin)));
  const torn = Buffer.concat([bytes.subarray(0, begin), Buffer.from(hole.bytes).fill(0, 1024, 2048)]);
  expect(decode(torn)).toMatchObject({ end: { bytes: begin } });
});

test('a lost sector before a group that came later is damage, not a torn tail: what lies there was on disk', () => {
  const long = encodeGroup([started('one'), done('one', 0, 'x'.repeat(3000)), done('one', 1)], START);
  const later = encodeGroup([done('one', 2)], long.end);
  const altered = Buffer.concat([Buffer.from(long.bytes).fill(0, 2048, 2560), later.bytes]);
  expect(() => decode(altered)).toThrow(/damaged in line \d/);
});

function decodeEnd(bytes: Uint8Array) {
  return decode(bytes).end;
}

/** A store with a journal of some pairs, and what it holds. */
async function storeWithJournal() {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one')]);
  for (const index of [0, 1, 2]) await writer.append([done('one', index), failed('one', index + 3)]);
  await writer.close();
  await store.refresh();
  return { folder, file: join(folder, 'journal.1.jsonl'), content: await contentOf(store) };
}

test('a torn tail is passed over by readers and cut off by the next writer', async () => {
  const { folder, file, content } = await storeWithJournal();
  const whole = await readFile(file);
  await appendFile(file, '{"sequence":8,"group":8,"entry":{"kind":"pair-done","run":"on');
  expect(await contentOf(await openAt(folder))).toEqual(content);
  expect((await readFile(file)).length).toBeGreaterThan(whole.length);
  const { writer } = await writeAt(folder);
  expect(await readFile(file)).toEqual(whole);
  await writer.append([done('one', 6)]);
  await writer.close();
  expect((await (await openAt(folder)).run('one'))?.counts).toEqual({
    pairs: 10,
    done: 4,
    failed: 3,
    left: 3,
    undone: 0,
  });
});

test('500 flipped bits in the file of a store: each is noticed, by readers and by writers', async () => {
  const { folder, file } = await storeWithJournal();
  const whole = await readFile(file);
  for (let round = 0; round < 500; round += 1) {
    const place = randomInt(whole.length);
    const altered = Buffer.from(whole);
    altered.writeUInt8(altered.readUInt8(place) ^ (1 << randomInt(8)), place);
    await writeFile(file, altered);
    const refusal = await openAt(folder).catch((error: unknown) => error);
    expect(refusal, `byte ${place} is ${altered[place]}`).toMatchObject({ code: 'damaged-journal' });
    expect(refusal).toMatchObject({ message: expect.stringMatching(/journal\.1\.jsonl is damaged in line \d/) });
  }
});

test('a journal that is missing is named, not taken for an empty one', async () => {
  const { folder, file } = await storeWithJournal();
  await rm(file);
  const refusal = await openAt(folder).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'missing-journal', message: expect.stringContaining(file) });
});

test('a journal that became shorter than what was read of it is not written to', async () => {
  const { folder, file, content } = await storeWithJournal();
  const store = await openAt(folder);
  const whole = await readFile(file);
  await truncate(file, whole.length - 10);
  expect(await store.startWriting(HOLDER).catch((error: unknown) => error)).toMatchObject({
    code: 'damaged-journal',
  });
  expect(await store.holder()).toBeNull();
  expect(await contentOf(store)).toEqual(content);
  expect((await readFile(file)).length).toBe(whole.length - 10);
});

test('an entry of a kind that only a later handover knows is refused, not passed over', async () => {
  const { folder, file } = await storeWithJournal();
  const { end } = decode(await readFile(file));
  const unknown = { kind: 'person-cloned', run: 'one' } as never;
  const { bytes } = encodeGroup([unknown], end);
  await appendFile(file, bytes);
  const refusal = await openAt(folder).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'newer-store', message: expect.stringContaining('person-cloned') });
});

test('a run that ended, went on and ended again is told as it stands', async () => {
  const { folder } = await storeWithJournal();
  const { writer } = await writeAt(folder);
  const stopped = { ...finished('one'), state: 'stopped' as const };
  await writer.append([stopped as ReturnType<typeof finished>]);
  expect(await (await openAt(folder)).run('one')).toMatchObject({ state: 'stopped', finishedAt: stopped.at });
  const resumed = { kind: 'run-resumed', run: 'one', ...ACTOR, at: stopped.at } as const;
  await writer.append([resumed, finished('one')]);
  await writer.close();
  expect(await (await openAt(folder)).run('one')).toMatchObject({ state: 'succeeded' });
});
