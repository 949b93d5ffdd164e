import { appendFile, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../source/model/journal.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { STANDARD } from '../merge/given.ts';
import { writeAt } from '../store/given-store.ts';
import { givenRun, runOn } from '../transfer/given-run.ts';
import { killRuns } from './kill-runs.ts';
import { judgeStore, makeOracle } from './oracle.ts';

/** The same kills again: HANDOVER_FAULT_SEED=123 vitest run … */
const SEED = Number(process.env.HANDOVER_FAULT_SEED ?? Math.floor(Math.random() * 1e9));

test('300 processes killed, anywhere in a run, in one that undoes it or in an import: no pair is lost, doubled or half applied, and every store opens', async () => {
  const folder = await tempFolder();
  const { kills, ways, killed, tornTails, found, faults } = await killRuns({ kills: 300, seed: SEED, folder });
  expect(faults, `seed ${SEED}`).toEqual([]);
  expect(found).toEqual({ unopenable: 0, lost: 0, doubled: 0, halfApplied: 0 });
  // That it has seen what it is there for.
  expect(kills).toBeGreaterThanOrEqual(300);
  for (const count of Object.values(ways)) expect(count).toBeGreaterThan(0);
  for (const count of Object.values(killed)) expect(count).toBeGreaterThan(50);
  expect(tornTails).toBeGreaterThan(0);
});

/** A store in which a run of six pairs has ended, what it must hold, and the entries of its pairs. */
async function ended() {
  const { folder, data, plan, writer } = await givenRun(12);
  const entries: JournalEntry[] = [];
  const { append } = writer;
  writer.append = (group) => {
    entries.push(...group);
    return append(group);
  };
  await runOn(writer, plan);
  await writer.close();
  const oracle = makeOracle(data.people, plan, STANDARD);
  const judge = (acknowledged: readonly string[] = oracle.pairs) =>
    judgeStore(folder, 'one', oracle, new Set(acknowledged));
  const appendMore = async (...more: JournalEntry[]) => {
    const { writer: again } = await writeAt(folder);
    await again.append(more);
    await again.close();
  };
  return { folder, judge, entries, appendMore, journal: path.join(folder, 'journal.1.jsonl') };
}

const SOUND = { unopenable: [], lost: [], doubled: [], halfApplied: [] };

test('the judge finds nothing wrong with a store in which nothing is', async () => {
  const { judge } = await ended();
  expect(await judge()).toEqual({ ...SOUND, done: 6, state: 'succeeded', isTorn: false });
});

test('the judge sees pairs that were done and are gone, with the group that they were written in', async () => {
  const { judge, journal } = await ended();
  const text = await readFile(journal, 'utf8');
  const lines = text.split('\n');
  const gone = ['1:2', '3:4', '5:6', '7:8', '9:10', '11:12'].map((pair) => `${pair} was done, and is gone`);
  for (const left of [1, 2, 6]) {
    await writeFile(journal, `${lines.slice(0, left).join('\n')}\n`);
    expect(await judge()).toMatchObject({ ...SOUND, lost: gone, done: 0, isTorn: left > 1 });
    expect(await judge([])).toMatchObject(SOUND);
  }
});

test('the judge sees a pair that was done twice', async () => {
  const { judge, entries, appendMore } = await ended();
  await appendMore(...entries.filter((entry) => entry.kind === 'pair-done' && entry.source === 3));
  expect(await judge()).toMatchObject({ doubled: ['3:4 was done 2 times'] });
});

test('the judge sees a person who is not as the pairs leave them', async () => {
  const { judge, entries, appendMore } = await ended();
  const [first] = entries.filter((entry) => entry.kind === 'pair-done');
  if (first === undefined) throw new Error('Nothing was done');
  const foreign = { id: first.target, records: { marks: [{ id: 9_000_000 }] } };
  await appendMore({ ...first, after: { ...first.after, target: foreign } });
  const { halfApplied } = await judge();
  expect(halfApplied).toContainEqual(expect.stringContaining('the people 2 are not as they should be'));
});

test('the judge sees a torn tail, which is no fault, and damage, which is one', async () => {
  const { judge, journal } = await ended();
  await appendFile(journal, '{"sequence":9,"gr');
  expect(await judge()).toMatchObject({ ...SOUND, isTorn: true });
  const text = await nodeDisk.read(journal);
  text[200] = 0x21;
  await writeFile(journal, text);
  expect((await judge()).unopenable).toHaveLength(1);
});
