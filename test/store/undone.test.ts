import { expect, test } from 'vitest';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Run } from '../../source/model/run.ts';
import type { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { done, finished, givenStore, openAt, started, writeAt } from './given-store.ts';

/** A run of the pair 1 into 2 that undoes run `undoOf`; `partly`: something was left as it was. */
function undo(run: string, undoOf: string, partly = false): JournalEntry[] {
  const begun = { ...started(run, 1), operation: 'undo', undoOf } as JournalEntry;
  const settled = { ...done(run, 0), ...(partly ? { partly: true as const } : {}) } as JournalEntry;
  return [begun, settled, finished(run)];
}

type Undone = { by: string[]; whole: boolean } | undefined;

async function undoneOf(store: LowdbStore, ...ids: string[]): Promise<Undone[]> {
  const runs = await Promise.all(ids.map((id) => store.run(id)));
  for (const run of runs) expect(run?.counts.undone).toBe(Number(run?.pairs[0]?.undone?.whole ?? false));
  return runs.map((run) => run?.pairs[0]?.undone);
}

const STANDS = undefined;
const by = (...runs: string[]): Undone => ({ by: runs, whole: true });
const partlyBy = (...runs: string[]): Undone => ({ by: runs, whole: false });

const HISTORIES: [what: string, entries: JournalEntry[], undone: Undone[]][] = [
  ['nothing undone', [], [STANDS]],
  ['an undo', undo('u1', 'one'), [by('u1'), STANDS]],
  ['an undo in part', undo('u1', 'one', true), [partlyBy('u1'), STANDS]],
  [
    'an undo in part and one of the rest',
    [...undo('u1', 'one', true), ...undo('u2', 'one')],
    [by('u1', 'u2'), STANDS, STANDS],
  ],
  ['an undo undone: the run stands again', [...undo('u1', 'one'), ...undo('u2', 'u1')], [STANDS, by('u2'), STANDS]],
  [
    'an undo undone in part: so the run stands in part',
    [...undo('u1', 'one'), ...undo('u2', 'u1', true)],
    [partlyBy('u1'), partlyBy('u2'), STANDS],
  ],
  [
    'and undone again: the first undo stands',
    [...undo('u1', 'one'), ...undo('u2', 'u1'), ...undo('u3', 'u2')],
    [by('u1'), STANDS, by('u3'), STANDS],
  ],
  [
    'of two undos the later one undone: the run is undone in part',
    [...undo('u1', 'one', true), ...undo('u2', 'one'), ...undo('u3', 'u2')],
    [partlyBy('u1'), STANDS, by('u3'), STANDS],
  ],
  [
    'of two undos the first one undone: the run is undone in part',
    [...undo('u1', 'one', true), ...undo('u2', 'one'), ...undo('u3', 'u1')],
    [partlyBy('u2'), by('u3'), STANDS, STANDS],
  ],
  [
    'and that undone: the run is undone again, by both',
    [...undo('u1', 'one', true), ...undo('u2', 'one'), ...undo('u3', 'u1'), ...undo('u4', 'u3')],
    [by('u2', 'u1'), STANDS, STANDS, by('u4'), STANDS],
  ],
  [
    'of two undos the first one undone in part, and that undone: the run is undone again',
    [...undo('u1', 'one', true), ...undo('u2', 'one'), ...undo('u3', 'u1', true), ...undo('u4', 'u3')],
    [by('u2', 'u1'), STANDS, STANDS, by('u4'), STANDS],
  ],
  [
    'a first undo undone, and the same part put back once more: nothing is left',
    [...undo('u1', 'one', true), ...undo('u2', 'one'), ...undo('u3', 'u1'), ...undo('u4', 'one')],
    [by('u2', 'u4'), by('u3'), STANDS, STANDS, STANDS],
  ],
];

test.each(HISTORIES)('%s', async (_what, entries, undone) => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one', 1), done('one', 0), finished('one')]);
  await writer.append(entries);
  const ids = ['one', 'u1', 'u2', 'u3', 'u4'].slice(0, undone.length);
  expect(await undoneOf(store, ...ids)).toEqual(undone);
  expect(await undoneOf(await openAt(folder), ...ids)).toEqual(undone);
  await writer.checkpoint();
  await writer.close();
  const reopened = await openAt(folder);
  expect(await undoneOf(reopened, ...ids)).toEqual(undone);
  // What is undone whole may be carried again (A56); an undo takes nobody's place.
  expect([...(await reopened.donePairs('transfer'))]).toEqual(undone[0]?.whole ? [] : [['1:2', 'one']]);
});

test('a pair that was carried again after its undo is done by the later run', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one', 1), done('one', 0), ...undo('u1', 'one'), started('two', 1), done('two', 0)]);
  expect([...(await store.donePairs('transfer'))]).toEqual([['1:2', 'two']]);
  await writer.close();
});

test('an undo that put nothing of a pair back leaves no mark', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  const nothing = { source: { id: 1, records: {} }, target: { id: 2, records: {} } };
  const [begun, settled] = undo('u1', 'one', true);
  const empty = { ...settled, before: nothing, after: nothing } as JournalEntry;
  await writer.append([started('one', 1), done('one', 0), ...(begun === undefined ? [] : [begun]), empty]);
  expect((await store.run('one'))?.pairs[0]).not.toHaveProperty('undone');
  expect((await store.run('u1'))?.pairs[0]).toMatchObject({ state: 'done', partly: true });
  await writer.close();
});

test('an undo of a run or a pair that nobody knows is no journal of ours', async () => {
  const { folder } = await givenStore();
  const { writer } = await writeAt(folder);
  await expect(writer.append(undo('u1', 'one'))).rejects.toThrow('one');
  await writer.close();
});

test('runs tell of which run they are the undo', async () => {
  const { folder } = await givenStore();
  const { store, writer } = await writeAt(folder);
  await writer.append([started('one', 1), done('one', 0), ...undo('u1', 'one')]);
  const told: Pick<Run, 'id' | 'operation' | 'undoOf'>[] = await store.runs();
  expect(told).toMatchObject([
    { id: 'u1', operation: 'undo', undoOf: 'one' },
    { id: 'one', operation: 'transfer', undoOf: null },
  ]);
  await writer.close();
});
