import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { STORE_VERSION, type StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { openStore } from '../../source/store/open-store.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { contentOf, done, givenStore, HOLDER, openAt, started, writeAt } from './given-store.ts';

const DEMO = makeDemo({ users: 12, seed: 3 });

test('what is encoded is decoded, and the file is one JSON document', () => {
  const bytes = encodeCheckpoint(DEMO);
  expect(decodeCheckpoint(bytes, 'store.json')).toEqual(DEMO);
  expect(JSON.parse(Buffer.from(bytes).toString()).data).toEqual(DEMO);
});

test('what a later handover added to a checkpoint of this version is not lost', () => {
  const data = { ...DEMO, presets: [{ name: 'kept' }] };
  expect(decodeCheckpoint(encodeCheckpoint(data), 'store.json')).toEqual(data);
});

/** A checkpoint with a right checksum whose data is `data`, whatever that is. */
const sealed = (data: unknown) => encodeCheckpoint(data as StoreData);
const whole = encodeCheckpoint(DEMO);

test.each([
  ['empty', '', 'damaged-store', 'it is empty'],
  ['null', 'null', 'damaged-store', 'does not begin as a checkpoint does'],
  ['{}', '{}', 'damaged-store', 'does not begin as a checkpoint does'],
  ['cut', whole.subarray(0, whole.length - 40), 'damaged-store', 'its end is missing'],
  ['without its last newline', whole.subarray(0, -1), 'damaged-store', 'its end is missing'],
  ['two in one', Buffer.concat([whole, whole]), 'damaged-store', 'does not match its checksum'],
  ['null inside', sealed(null), 'damaged-store', 'damaged at its root'],
  ['a list inside', sealed([]), 'damaged-store', 'damaged at its root'],
  [
    'of a later shape',
    sealed({ ...DEMO, version: STORE_VERSION + 1 }),
    'newer-store',
    `has shape ${STORE_VERSION + 1}`,
  ],
  ['with a mapping of nothing', sealed({ ...DEMO, mappings: [{ name: 'x' }] }), 'damaged-store', 'at mappings.0'],
  ['without people', sealed({ ...DEMO, people: undefined }), 'damaged-store', 'damaged at people'],
  [
    'a person of no access',
    sealed({ ...DEMO, people: [{ ...DEMO.people[0], access: 'root' }] }),
    'damaged-store',
    'at people.0.access',
  ],
  [
    'a person twice',
    sealed({ ...DEMO, people: [DEMO.people[0], DEMO.people[0]] }),
    'damaged-store',
    'two people have the same id',
  ],
  [
    'a profile value that is a number',
    sealed({ ...DEMO, people: [{ ...DEMO.people[0], profile: { Rank: 3 } }] }),
    'damaged-store',
    'at people.0.profile.Rank',
  ],
  [
    'a record whose field is an object',
    sealed({ ...DEMO, people: [{ ...DEMO.people[0], records: { evaluations: [{ id: 1, score: {} }] } }] }),
    'damaged-store',
    'at people.0.records.evaluations.0.score',
  ],
  [
    'a record without an id',
    sealed({ ...DEMO, people: [{ ...DEMO.people[0], records: { evaluations: [{}] } }] }),
    'damaged-store',
    'at people.0.records.evaluations.0.id',
  ],
])('a checkpoint that is %s is refused by name, never taken for an empty store', async (_what, content, code, says) => {
  const { folder } = await givenStore();
  const file = join(folder, 'store.json');
  await writeFile(file, content);
  const refusal = await openAt(folder).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code, message: expect.stringContaining(file) });
  expect(refusal).toMatchObject({ message: expect.stringContaining(says), hint: expect.stringMatching(/\w/) });
  expect(await readFile(file)).toEqual(Buffer.from(content));
});

const RUN = {
  id: 'one',
  plan: 'plan-1',
  operation: 'transfer',
  undoOf: null,
  journal: { generation: 1, sequence: 4, chain: '0'.repeat(32), bytes: 812, lines: 4 },
  operator: 'admin',
  startedAt: '2026-03-02T09:15:00.000Z',
  finishedAt: null,
  state: 'stopped',
  counts: { pairs: 1, done: 0, failed: 0, left: 1, undone: 0 },
  pairs: [{ source: 3, target: 4, state: 'left' }],
};

test('every field of a person and of a run is looked at: a wrong one is named', () => {
  const parse = (data: unknown) => decodeCheckpoint(sealed(data), 'store.json');
  expect(parse({ ...DEMO, runs: [RUN] })).toEqual({ ...DEMO, runs: [RUN] });
  for (const field of Object.keys(DEMO.people[0] ?? {})) {
    const people = DEMO.people.map((person, index) => (index === 7 ? { ...person, [field]: 1.5 } : person));
    expect(() => parse({ ...DEMO, people }), field).toThrow(`damaged at people.7.${field}`);
  }
  for (const field of Object.keys(RUN)) {
    expect(() => parse({ ...DEMO, runs: [{ ...RUN, [field]: 1.5 }] }), field).toThrow(`damaged at runs.0.${field}`);
  }
  const pairs = [{ source: 3, target: 4, state: 'half' }];
  expect(() => parse({ ...DEMO, runs: [{ ...RUN, pairs }] })).toThrow('damaged at runs.0.pairs.0.state');
  expect(() => parse({ ...DEMO, runs: [RUN, RUN] })).toThrow('two runs have the same id');
});

test('a missing store, a file in its place and a folder in place of its file are named', async () => {
  const { folder } = await givenStore();
  const file = join(folder, 'store.json');
  expect(await openAt(file).catch((error: unknown) => error)).toMatchObject({ code: 'no-store' });
  await rm(file);
  const nothing = await openAt(folder).catch((error: unknown) => error);
  expect(nothing).toMatchObject({ code: 'no-store', message: expect.stringContaining(file) });
  expect(await readdir(folder)).not.toContain('store.json');
  await mkdir(file);
  expect(await openAt(folder).catch((error: unknown) => error)).toMatchObject({ code: 'damaged-store' });
});

test('every single flipped bit of a checkpoint is noticed', () => {
  const bytes = Buffer.from(encodeCheckpoint(makeDemo({ users: 2, seed: 5 })));
  for (let place = 0; place < bytes.length; place += 1) {
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place);
    expect(() => decodeCheckpoint(bytes, 'store.json'), `byte ${place}`).toThrow(/damaged/);
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << (place % 8)), place);
  }
});

test('the folder is for its owner only, and so is every file of it', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await writer.append([started('one')]);
  await writer.checkpoint();
  await writer.close();
  const modes = await Promise.all(
    (await readdir(folder)).map(async (name) => [name, ((await stat(join(folder, name))).mode & 0o777).toString(8)]),
  );
  expect(Object.fromEntries(modes)).toEqual({
    'checkpoint.1.json': '600',
    'journal.1.jsonl': '600',
    'journal.2.jsonl': '600',
    'lock.db': '600',
    'lock.json': '600',
    'store.json': '600',
  });
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});

test('a folder to which others may write is refused', async () => {
  const { folder } = await givenStore();
  await chmod(folder, 0o770);
  const refusal = await openStore(folder, systemRandom).catch((error: unknown) => error);
  expect(refusal).toMatchObject({ code: 'store-exposed', exitStatus: 7 });
});

test('a link planted under the temporary name is not followed', async () => {
  const { folder } = await givenStore();
  const victim = join(folder, '..', 'victim');
  await writeFile(victim, 'mine');
  const store = await LowdbStore.open(folder, nodeDisk, { token: () => 'guessedguess' });
  const writer = await store.startWriting(HOLDER);
  await symlink(victim, join(folder, 'store.json.guessedguess.tmp'));
  await expect(writer.checkpoint()).rejects.toMatchObject({ code: 'store-fault' });
  await writer.close();
  expect(await readFile(victim, 'utf8')).toBe('mine');
  expect(await contentOf(await openAt(folder))).toEqual(await contentOf(store));
});

test('a link planted in place of the note about the writer is replaced, not followed', async () => {
  const { folder } = await givenStore();
  const victim = join(folder, '..', 'victim');
  await writeFile(victim, 'mine');
  await symlink(victim, join(folder, 'lock.json'));
  const { writer } = await writeAt(folder);
  await writer.close();
  expect(await readFile(victim, 'utf8')).toBe('mine');
});

test.each([0, 2])('%i checkpoints before the present one are kept, each a store in itself', async (keepCheckpoints) => {
  const { folder } = await givenStore(30, { settings: { ...DEMO.settings, keepCheckpoints } });
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one')]);
  for (let round = 0; round < 5; round += 1) {
    await writer.append([done('one', round)]);
    await writer.checkpoint();
  }
  await writer.close();
  const kept = (await readdir(folder)).filter((name) => name.startsWith('checkpoint.'));
  expect(kept).toEqual(keepCheckpoints === 0 ? [] : ['checkpoint.4.json', 'checkpoint.5.json']);
  for (const name of kept) {
    await writeFile(join(folder, 'store.json'), await readFile(join(folder, name)));
    expect(await contentOf(await openAt(folder)), name).toEqual(await contentOf(store));
  }
});

test('what an unfinished checkpoint left behind is cleared away by the next', async () => {
  const { folder } = await givenStore();
  await writeFile(join(folder, 'store.json.abcdefgh2345.tmp'), 'half');
  await writeFile(join(folder, 'notes.tmp'), 'of somebody');
  const { writer } = await writeAt(folder);
  await writer.checkpoint();
  await writer.close();
  const names = await readdir(folder);
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual(['notes.tmp']);
});
