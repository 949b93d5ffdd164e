import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { doingRun } from '../../source/model/doing-run.ts';
import type { Person } from '../../source/model/user.ts';
import { makeRetry } from '../../source/session/make-retry.ts';
import { makeUndo, type UndoWish } from '../../source/session/make-undo.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { ACTOR, failed, finished, givenStore, HOLDER, openAt, started, writeAt } from '../store/given-store.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { carryAs, planUndoOn, undoAs } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

const ALL: UndoWish = { run: 'one', pairs: null, types: null, overwriteChanged: false };

/** A store in which run "one" carried 21 into 22, then 19 into 21, then 20 into 24. */
async function givenChain(): Promise<string> {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [
    [21, 22],
    [19, 21],
    [20, 24],
  ]);
  return folder;
}

async function undoAt(folder: string, wish: Partial<UndoWish> = {}, as = 'admin') {
  const { session, context } = await deskAt(folder, as);
  return makeUndo({ ...ALL, ...wish }, session, context);
}

/** Changes a person where the store keeps them, as another program would. */
async function changePerson(folder: string, id: number, change: Partial<Person>): Promise<void> {
  const { writer } = await writeAt(folder);
  await writer.checkpoint();
  await writer.close();
  const file = path.join(folder, 'store.json');
  const data = decodeCheckpoint(await readFile(file), file);
  const people = data.people.map((person) => (person.id === id ? { ...person, ...change } : person));
  await writeFile(file, encodeCheckpoint({ ...data, people }));
}

test('the order in which pairs are wished for is not the one in which they are put back', async () => {
  const folder = await givenChain();
  const pairs = [
    { source: 21, target: 22 },
    { source: 19, target: 21 },
  ];
  for (const wished of [pairs, pairs.toReversed()]) {
    const plan = await undoAt(folder, { pairs: wished });
    expect(plan.pairs.map(({ source }) => source.id)).toEqual([19, 21]);
    expect(plan.totals.changed).toBe(0);
  }
});

test('a pair of somebody who has become privileged is left out, and told as a warning on its line', async () => {
  const folder = await givenChain();
  await changePerson(folder, 24, { access: 'superadmin' });
  const plan = await undoAt(folder);
  expect(plan.pairs.map(({ source }) => source.id)).toEqual([19, 21]);
  expect(plan.problems).toEqual([]);
  expect(plan.warnings).toMatchObject([
    { code: 'not-undoable', message: expect.stringMatching(/^Not put back: .*\(24\) is a superadmin/) },
  ]);
});

test('types are those that the run carried unless some are chosen', async () => {
  const folder = await givenChain();
  const some = await undoAt(folder, { types: new Set(['ccrs']) });
  expect(some.carried).toEqual(['ccrs']);
  expect(new Set(some.pairs.flatMap(({ undo }) => Object.keys(undo)))).toEqual(new Set(['ccrs']));
  expect((await undoAt(folder)).carried.length).toBeGreaterThan(30);
});

test('pairs in which nothing of the chosen types is left are no part of the plan, and where none is, why is told', async () => {
  const folder = await givenChain();
  const types = new Set(['ccrs']);
  const all = await undoAt(folder, { types });
  expect(all.pairs.length).toBeGreaterThan(1);
  const [first] = all.pairs;
  const pair = { source: first?.source.id ?? 0, target: first?.target.id ?? 0 };
  const line = null;
  await undoAs(folder, 'back', 'one', { types, pairs: [{ line, ...pair }] });
  const rest = await undoAt(folder, { types });
  expect(rest.confirm).toBe(`UNDO ${all.pairs.length - 1}`);
  expect(rest.pairs.map(({ source }) => source.id)).not.toContain(pair.source);
  const none = await undoAt(folder, { types, pairs: [pair] });
  expect(none.pairs).toEqual([]);
  expect(none.warnings.at(-1)?.message).toBe('Of CCRs nothing is left to put back: run back did so already.');
  const never = await undoAt(folder, { types: new Set(['badges']) });
  expect(never.warnings.at(-1)?.message).toMatch(/^Run one did nothing to Badges/);
});

test('what cannot be undone is refused in words', async () => {
  const folder = await givenChain();
  await expect(undoAt(folder, { run: 'none' })).rejects.toMatchObject({ code: 'unknown-run' });
  const pairs = [
    { source: 19, target: 21 },
    { source: 19, target: 24 },
  ];
  await expect(undoAt(folder, { pairs })).rejects.toMatchObject({
    code: 'unknown-pair',
    message: expect.stringContaining('19 into 24'),
  });
  await undoAs(folder, 'back', 'one');
  await expect(undoAt(folder)).rejects.toMatchObject({
    code: 'nothing-to-undo',
    message: 'Run one has been undone already.',
    exitStatus: 4,
  });
});

test('a run that is at work is neither undone nor tried again', async () => {
  const { folder } = await givenStore(40);
  const writer = await (await openAt(folder)).startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one'), failed('one', 0)]);
  const { session, context } = await deskAt(folder);
  await expect(makeUndo(ALL, session, context)).rejects.toMatchObject({ code: 'still-running', exitStatus: 6 });
  await expect(makeRetry('one', session, context)).rejects.toMatchObject({ code: 'still-running' });
  await writer.append([finished('one')]);
  await writer.close();
});

test('what failed of an undo is put back by another undo, of just that pair and those types', async () => {
  const folder = await givenChain();
  const plan = await planUndoOn(await openAt(folder), 'one', { types: new Set(['ccrs', 'agent-schedules']) });
  await freezePlan(nodeDisk, systemRandom, folder, 'back', plan);
  const { writer } = await writeAt(folder);
  const pairs = plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id }));
  const at = CLOCK.now().toISOString();
  const { id, seal } = plan;
  await writer.append([
    { kind: 'run-started', run: 'back', plan: id, seal, operation: 'undo', undoOf: 'one', ...ACTOR, at, pairs },
    { kind: 'pair-failed', run: 'back', source: 19, target: 21, at, code: 'stale', reason: 'Moved.' },
    { kind: 'run-finished', run: 'back', at, state: 'stopped' },
  ]);
  await writer.close();
  const { session, context } = await deskAt(folder);
  const { plan: again, hopeless } = await makeRetry('back', session, context);
  expect(hopeless).toEqual([]);
  expect(again).toMatchObject({ operation: 'undo', undoOf: { run: 'one' }, confirm: 'UNDO 1' });
  expect(again.pairs.map(({ source, target }) => [source.id, target.id])).toEqual([[19, 21]]);
  expect(new Set(again.carried)).toEqual(new Set(['ccrs', 'agent-schedules']));
});

test('of an undo, pairs that another run has carried since are left out, and the warning names the way there', async () => {
  const folder = await givenChain();
  await undoAs(folder, 'back', 'one');
  await carryAs(folder, 'two', [[20, 24]]);
  const plan = await undoAt(folder, { run: 'back' });
  expect(plan.undoOf?.isAgain).toBe(true);
  expect(plan.pairs.map(({ source }) => source.id)).toEqual([21, 19]);
  expect(plan.warnings).toMatchObject([
    {
      code: 'not-undoable',
      column: null,
      message: expect.stringMatching(/^Not carried again: .* by run two\.$/),
      cure: expect.stringContaining('handover undo two --pair 20:24'),
    },
  ]);
});
