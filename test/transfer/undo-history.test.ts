import { expect, test } from 'vitest';
import type { RecordsByType } from '../../source/model/record.ts';
import { changesAnything } from '../../source/transfer/changes-anything.ts';
import { checkRunnable } from '../../source/transfer/check-runnable.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';
import { ledgerOf } from '../merge/given-world.ts';
import { ADMIN, History, type Wish } from './given-history.ts';

const ccr = (id: number) => ({ id, name: `ccr ${id}` });
const shift = (id: number) => ({ id, day: '2026-03-02', shift: String(id) });
const file = (id: number) => ({ id, path: '/call.wav' });

/** A store whose people 1, 2, 3 … own these records. */
function given(...records: RecordsByType[]): History {
  return new History(records.map((each, index) => givenPerson(index + 1, each)));
}

const ownersOf = ({ live }: History) => [...ledgerOf(live.people)].map(([key, { owner }]) => `${key}: ${owner}`).sort();
const contentOf = ({ live }: History) => JSON.stringify([...live.people]);
const doneIn = async ({ store }: History) =>
  [...(await store.donePairs('transfer'))].map(([key, run]) => `${key} by ${run}`);

async function carried(history: History, source: number, target: number): Promise<string> {
  const run = await history.carry([[source, target]], 'transfer');
  if (run === null) throw new Error(`${source} was not carried into ${target}`);
  return run;
}

async function undone(history: History, run: string, wish: Wish = {}): Promise<string> {
  const undo = await history.undo(run, wish);
  if (undo === null) throw new Error(`${run} was not undone`);
  return undo;
}

/** Why the undo of `run` may not run, or null. */
async function refusalOf(history: History, run: string, wish: Wish = {}) {
  const plan = await history.planUndo(run, wish);
  if (plan === null) return 'no pair stands';
  const { store, live } = history;
  const context = { store: 'store', operator: ADMIN, catalogue: STANDARD, people: live.people, lastId: 0, view: null };
  const [earlier, donePairs] = await Promise.all([readEarlier(store, run), store.donePairs('transfer')]);
  return checkRunnable(plan, { ...context, earlier, donePairs });
}

test('what an undo had brought back, and somebody else has by now, is neither taken off nor brought back a second time', async () => {
  const history = given({ 'agent-schedules': [shift(100)] }, { 'agent-schedules': [shift(200)] }, {});
  const run = await carried(history, 1, 2);
  const undo = await undone(history, run);
  await carried(history, 2, 3);
  const owners = ownersOf(history);
  expect(await history.undo(undo)).toBe(null);
  expect(await history.undo(undo, { overwriteChanged: true })).toBe(null);
  expect(ownersOf(history)).toEqual(owners);
});

test('a pair that somebody carried the other way since stands until that is undone, or it is taken for undone on purpose', async () => {
  const history = given({ ccrs: [ccr(11)] }, {});
  const run = await carried(history, 1, 2);
  const wayBack = await carried(history, 2, 1);
  const owners = ownersOf(history);
  expect(await refusalOf(history, run)).toMatchObject({
    code: 'empty-plan',
    message: expect.stringContaining('has changed since'),
    hint: expect.stringContaining('--overwrite-changed'),
  });
  const plan = await history.planUndo(run, { overwriteChanged: true });
  expect(plan?.pairs).toMatchObject([{ effect: 'marked', undo: { ccrs: { changed: 1, already: 1, returned: 0 } } }]);
  expect(plan?.confirm).toBe('UNDO 1');
  await undone(history, run, { overwriteChanged: true });
  expect(ownersOf(history)).toEqual(owners);
  expect(await doneIn(history)).toEqual([`2:1 by ${wayBack}`]);
  // Nothing of it stands that could be put back once more.
  expect(await refusalOf(history, run)).toBe('no pair stands');
  if (plan === null) throw new Error('No plan');
  const earlier = await readEarlier(history.store, run);
  const context = {
    store: 'store',
    operator: ADMIN,
    catalogue: STANDARD,
    people: history.live.people,
    lastId: 0,
    view: null,
  };
  expect(checkRunnable(plan, { ...context, earlier, donePairs: new Map() })).toMatchObject({ code: 'already-undone' });
});

test('what went on to somebody else says that no overwriting helps', async () => {
  const history = given({ ccrs: [ccr(11)] }, {}, {});
  const run = await carried(history, 1, 2);
  await carried(history, 2, 3);
  for (const overwriteChanged of [false, true]) {
    const refusal = await refusalOf(history, run, { overwriteChanged });
    expect(refusal).toMatchObject({ code: 'empty-plan', hint: expect.stringContaining('until the run that took it') });
  }
});

test('an undo is not undone where another run has carried the pair since (A56)', async () => {
  const history = given({ ccrs: [ccr(11)] }, {}, { ccrs: [ccr(31)] }, {});
  const run = await history.carry(
    [
      [1, 2],
      [3, 4],
    ],
    'transfer',
  );
  const undo = await undone(history, run ?? '');
  const plan = await history.planUndo(undo, {});
  const later = await carried(history, 1, 2);
  if (plan === null) throw new Error('No plan');
  const context = {
    store: 'store',
    operator: ADMIN,
    catalogue: STANDARD,
    people: history.live.people,
    lastId: 0,
    view: null,
  };
  const donePairs = await history.store.donePairs('transfer');
  const earlier = await readEarlier(history.store, undo);
  expect(checkRunnable(plan, { ...context, donePairs, earlier })).toMatchObject({
    code: 'already-done',
    message: expect.stringContaining(later),
    hint: expect.stringContaining(`handover undo ${later} --pair 1:2`),
  });
  // The cure that it names.
  await undone(history, later);
  await undone(history, undo);
  expect(await doneIn(history)).toEqual([`1:2 by ${run}`, `3:4 by ${run}`]);
});

test('a plan that does not say truly which way data goes is refused', async () => {
  const history = given({ ccrs: [ccr(11)] }, {});
  const run = await carried(history, 1, 2);
  const plan = await history.planUndo(run, {});
  if (plan?.undoOf == null) throw new Error('No plan');
  const turned = { ...plan, undoOf: { ...plan.undoOf, isAgain: true } };
  const context = {
    store: 'store',
    operator: ADMIN,
    catalogue: STANDARD,
    people: history.live.people,
    lastId: 0,
    view: null,
  };
  const earlier = await readEarlier(history.store, run);
  const refusal = checkRunnable(turned, { ...context, earlier, donePairs: new Map() });
  expect(refusal).toMatchObject({ code: 'not-undoable', message: expect.stringContaining('does not say truly') });
});

test('one type undone, then the rest, the first again carried and that undone: all is as at first, and no pair is done', async () => {
  const history = given({ ccrs: [ccr(11)], 'storage-files': [file(12)] }, {});
  const first = ownersOf(history);
  const run = await carried(history, 1, 2);
  const one = await undone(history, run, { only: 'ccrs' });
  await undone(history, run);
  const again = await undone(history, one);
  expect(await doneIn(history)).toEqual([`1:2 by ${run}`]);
  await undone(history, again);
  expect(ownersOf(history)).toEqual(first);
  expect(await doneIn(history)).toEqual([]);
});

test('an undo that only brought back what had been left out can be undone, and says what goes', async () => {
  const history = given({ 'storage-files': [file(10)] }, { 'storage-files': [file(20)] });
  const run = await carried(history, 1, 2);
  const after = ownersOf(history);
  const undo = await undone(history, run);
  const plan = await history.planUndo(undo, {});
  expect(plan?.totals).toMatchObject({ returned: 0, restored: 0, removed: 1 });
  expect(changesAnything(plan ?? { pairs: [] })).toBe(true);
  await undone(history, undo);
  expect(ownersOf(history)).toEqual(after);
});

test('a statistic tells what there is, however often and in whatever order its evaluations went to and fro', async () => {
  const evaluation = (id: number, contact: string) => ({ id, contact, form: 'f', evaluatedAt: 'x', score: 1 });
  const owning = (statistic: number, ...evaluations: ReturnType<typeof evaluation>[]) => ({
    'evaluations-as-evaluator': evaluations,
    'evaluation-statistics': [{ id: statistic, evaluations: evaluations.length }],
  });
  const history = given(
    owning(10, evaluation(11, 'same'), evaluation(12, 'one'), evaluation(13, 'two')),
    owning(20, evaluation(21, 'same'), evaluation(22, 'three')),
  );
  const first = JSON.stringify([...ledgerOf(history.live.people)].sort());
  const run = await carried(history, 1, 2);
  const wayBack = await carried(history, 2, 1);
  // Only what the run had left out is left to be put back.
  await undone(history, run);
  await undone(history, wayBack);
  await undone(history, run);
  expect(JSON.stringify([...ledgerOf(history.live.people)].sort())).toBe(first);
});

test('what was carried again, and put back by an undo of the first run, cannot be put back a second time', async () => {
  const history = given({ ccrs: [ccr(11)] }, {});
  const run = await carried(history, 1, 2);
  const undo = await undone(history, run);
  const again = await undone(history, undo);
  await undone(history, run);
  // It would take off the target what this one carries.
  const later = await carried(history, 1, 2);
  expect(await refusalOf(history, again)).toBe('no pair stands');
  expect(await doneIn(history)).toEqual([`1:2 by ${later}`]);
});

test('of two undos that did the same, only the one that holds the pair as it is can be undone', async () => {
  const history = given({ ccrs: [ccr(11)] }, {});
  const run = await carried(history, 1, 2);
  const first = await undone(history, run);
  const again = await undone(history, first);
  const second = await undone(history, again);
  await undone(history, first);
  const last = await undone(history, run);
  // To carry again by this one would leave the run marked as undone by the last one.
  expect(await refusalOf(history, second)).toBe('no pair stands');
  await undone(history, last);
  expect(await doneIn(history)).toEqual([`1:2 by ${run}`]);
});

test('an undo that put back only what an earlier one had left is undone by itself, and marks nobody as merged', async () => {
  const course = { id: 201, course: 'x', status: 'completed' };
  const history = given({}, { 'course-enrolments': [course] }, {});
  const run = await history.carry([[2, 1]], 'merge');
  await history.carry([[3, 1]], 'merge');
  // The last name is that of the third person by then.
  await undone(history, run ?? '');
  const left = contentOf(history);
  const rest = await undone(history, run ?? '', { overwriteChanged: true });
  expect(contentOf(history)).not.toBe(left);
  await undone(history, rest);
  expect(contentOf(history)).toBe(left);
});

test('an undo goes past the row of somebody who is gone by then, and puts back the others', async () => {
  const history = given({}, {});
  const first = await history.import([{ id: 3, set: { 'First Name': 'x' } }]);
  const second = await history.import([
    { id: 3, set: { 'First Name': 'y' } },
    { id: 1, set: { 'First Name': 'y' } },
  ]);
  await undone(history, first ?? '', { overwriteChanged: true });
  expect(history.live.people.has(3)).toBe(false);
  await undone(history, second ?? '');
  expect([history.live.people.get(1)?.firstName, history.live.people.has(3)]).toEqual(['Test', false]);
});

test('a merge that was put back in two parts is made again part by part, the last one first', async () => {
  const badge = { id: 11, badge: 'x', date: '2026-01-01' };
  const contact = { id: 12, name: 'y' };
  const history = given({ badges: [badge], contacts: [contact] }, {});
  const run = (await history.carry([[1, 2]], 'merge')) ?? '';
  const merged = history.live.people.get(2);
  const part = await undone(history, run, { only: 'badges' });
  const parted = contentOf(history);
  const rest = await undone(history, run);
  await undone(history, rest);
  expect(contentOf(history)).toBe(parted);
  await undone(history, part);
  expect(history.live.people.get(2)).toEqual(merged);
});
