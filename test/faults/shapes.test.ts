import { readdirSync } from 'node:fs';
import { appendFile, chmod, cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { STORE_VERSION, type StoreData } from '../../source/model/store-data.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { decodeJournal, encodeGroup } from '../../source/store/lowdb/journal-lines.ts';
import { codeOf } from '../commands/demo-folder.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { done, givenStore, openAt, started, writeAt } from '../store/given-store.ts';
import { type ToldContent, toldContent } from './told-content.ts';

const SHAPES = path.join(import.meta.dirname, 'shapes');
const PAST = readdirSync(SHAPES).filter((name) => /^\d+$/.test(name));

/** A copy of the store of a past shape, and what it held when it was written. */
async function storeOfShape(shape: string): Promise<{ folder: string; expected: ToldContent }> {
  const folder = path.join(await tempFolder(), 'store');
  await cp(path.join(SHAPES, shape, 'store'), folder, { recursive: true });
  await chmod(folder, 0o700);
  return { folder, expected: JSON.parse(await readFile(path.join(SHAPES, shape, 'expected.json'), 'utf8')) };
}

/** Every file under `folder`: path within it → content. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  const contents = files.map(async (file) => [path.relative(folder, file), await readFile(file, 'latin1')] as const);
  return new Map((await Promise.all(contents)).sort(([first], [second]) => first.localeCompare(second)));
}

test('there is a store of every past shape', () => {
  expect(PAST).toEqual(expect.arrayContaining(Array.from({ length: STORE_VERSION - 1 }, (_, index) => `${index + 1}`)));
});

test.each(PAST)('a store of shape %s tells all that it held, and is not changed by reading', async (shape) => {
  const { folder, expected } = await storeOfShape(shape);
  const before = await filesOf(folder);
  const store = await openAt(folder);
  expect(await toldContent(store)).toMatchObject(expected);
  const sequences: number[] = [];
  for await (const { sequence } of store.records()) sequences.push(sequence);
  expect(sequences).toEqual([1, 2, 3, 4, 5, 6]);
  expect(await filesOf(folder)).toEqual(before);
});

test.each(PAST)(
  'the first writer of a store of shape %s puts it into the present one, and keeps it beside',
  async (shape) => {
    const { folder, expected } = await storeOfShape(shape);
    const former = await readFile(path.join(folder, 'store.json'));
    const { writer } = await writeAt(folder);
    await writer.append([started('next'), done('next', 3)]);
    await writer.close();
    const file = path.join(folder, 'store.json');
    expect(decodeCheckpoint(await readFile(file), file).version).toBe(STORE_VERSION);
    expect(await readFile(path.join(folder, 'checkpoint.2.json'))).toEqual(former);
    const [next, ...runs] = (await toldContent(await openAt(folder))).runs;
    expect(next).toMatchObject({ id: 'next', counts: { done: 1, left: 9 } });
    expect(runs).toMatchObject(expected.runs);
  },
);

test.each(PAST)('a store of shape %s whose first writer is gone at any call to the disk is whole', async (shape) => {
  const { expected } = await storeOfShape(shape);
  let isOver = false;
  for (let deadline = 1; !isOver; deadline += 1) {
    const { folder } = await storeOfShape(shape);
    const disk = new FaultyDisk();
    const store = await openAt(folder, disk);
    let calls = 0;
    disk.fault = () => {
      calls += 1;
      // From then on nothing of what it asks for comes to be, its tidying up included.
      if (calls >= deadline) throw systemError('EIO');
      return undefined;
    };
    const writer = await store
      .startWriting({ login: 'admin', host: 'desk', pid: 1, since: '', doing: '' })
      .catch(() => null);
    isOver = writer !== null;
    await writer?.close().catch(() => undefined);
    expect(await toldContent(await openAt(folder)), `call ${deadline}`).toMatchObject(expected);
    const again = await writeAt(folder);
    await again.writer.close();
    expect(await toldContent(await openAt(folder)), `call ${deadline}, and written to again`).toMatchObject(expected);
  }
});

test.each(PAST)(
  'a run that broke off in a store of shape %s goes on, with the plan that was frozen then',
  async (shape) => {
    const { folder, expected } = await storeOfShape(shape);
    const cwd = path.dirname(folder);
    const run = expected.runs.find(({ state }) => state === 'interrupted')?.id ?? '';
    const plan = path.join('store', 'runs', run, 'plan.json');
    const applied = await runHandover(['apply', plan, '--store', 'store', '--confirm', 'TRANSFER 3'], { cwd });
    expect(applied.status, applied.stderr).toBe(0);
    const shown = await runHandover(['runs', 'show', run, '--store', 'store', '--json'], { cwd });
    expect(shown.json()).toMatchObject({ state: 'succeeded', counts: { done: 3, failed: 0, left: 0 } });
  },
);

/** A demonstration store that a later handover has written: in its checkpoint, or only in its journal. */
const LATER: [string, (folder: string, data: StoreData) => Promise<void>][] = [
  [
    'of shape 99',
    (folder, data) =>
      writeFile(path.join(folder, 'store.json'), encodeCheckpoint({ ...data, version: 99, chain: 'of another kind' })),
  ],
  [
    'with a journal entry of an unknown kind',
    async (folder) => {
      const file = path.join(folder, 'journal.1.jsonl');
      const start = { generation: 1, sequence: 0, chain: '0'.repeat(32), bytes: 0, lines: 0 };
      const { end } = decodeJournal(await readFile(file), start, file);
      await appendFile(file, encodeGroup([{ kind: 'person-cloned', run: 'one' } as never], end).bytes);
    },
  ],
];
const COMMANDS = [
  ['users'],
  ['export', '--out', 'people.csv'],
  ['plan', '--source', '6', '--target', '7', '--out', 'plan.json'],
  ['runs'],
  ['demo', '--keep'],
  ['demo', '--force'],
];

test.each(LATER)('a store %s is refused by every command, and not touched', async (_what, alter) => {
  const { folder, data } = await givenStore(12);
  const { writer } = await writeAt(folder);
  await writer.append([started('one'), done('one', 0)]);
  await writer.close();
  await alter(folder, data);
  const before = await filesOf(folder);
  const cwd = path.dirname(folder);
  const refuse = async (words: string[]) => {
    const ended = runHandover([...words, '--store', 'store', '--json'], { cwd });
    expect(await codeOf(ended), words.join(' ')).toEqual({ status: 2, code: 'newer-store' });
  };
  await Promise.all(COMMANDS.map(refuse));
  await expect(writeAt(folder)).rejects.toMatchObject({ code: 'newer-store' });
  expect(await filesOf(folder)).toEqual(before);
  expect(await readdir(cwd)).toEqual(['store']);
});
