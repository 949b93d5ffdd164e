import { expect, test } from 'vitest';
import type { RunEvent } from '../../../source/model/run.ts';
import { listedRuns } from '../../../source/wizard/logic/history.ts';
import { resultItems } from '../../../source/wizard/logic/result.ts';
import { paceOf } from '../../../source/wizard/logic/run.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { after, atPhrase, choose, fail, finish, jobOf, opened, planned, press, runOf, type } from '../given.ts';

const ID = runOf().id;
const started = (): State =>
  finish(press(type(atPhrase(), 'jenny.andrews'), 'enter'), { kind: 'start-run', run: runOf({ left: 4 }) });
const done = (source: number, counts: { done: number; failed: number; left: number }): RunEvent => ({
  event: 'pair-done',
  run: ID,
  source,
  target: source + 100,
  ...counts,
});
const failed = (source: number, counts: { done: number; failed: number; left: number }): RunEvent => ({
  event: 'pair-failed',
  run: ID,
  source,
  target: source + 100,
  ...counts,
  code: 'stale',
  reason: 'Changed meanwhile.',
});
const hear = (state: State, events: RunEvent[], at = 1000): State => after(state, { type: 'run-events', events, at });
const settled = (state: State) =>
  hear(state, [{ event: 'run-finished', run: ID, state: 'finished-with-errors', done: 3, failed: 1, left: 0 }]);
const atResult = (parts: Parameters<typeof runOf>[0] = { done: 3, failed: 1 }): State =>
  finish(settled(started()), { kind: 'open-run', run: runOf(parts), showAs: 'result' });
const valuesOf = (state: State) => resultItems(state).map(({ value }) => value);

test('events move the counts and stand in the list, what failed with its reason', () => {
  const state = hear(started(), [
    done(101, { done: 1, failed: 0, left: 3 }),
    failed(102, { done: 1, failed: 1, left: 2 }),
  ]);
  expect(state.run?.counts).toEqual({ pairs: 4, done: 1, failed: 1, left: 2 });
  expect(state.run?.events.map(({ kind }) => kind)).toEqual(['good', 'bad']);
  expect(state.run?.events[1]?.text).toContain('Changed meanwhile.');
});

test('events of another run change nothing', () => {
  const state = started();
  expect(hear(state, [{ ...done(101, { done: 1, failed: 0, left: 3 }), run: 'other' }])).toBe(state);
});

test('speed and time left are those of what this viewer has seen', () => {
  const first = hear(started(), [{ event: 'run-started', run: ID, pairs: 4, done: 0, failed: 0, left: 4 }], 5000);
  expect(first.run && paceOf(first.run)).toBeNull();
  const later = hear(
    first,
    [done(101, { done: 1, failed: 0, left: 3 }), done(102, { done: 2, failed: 0, left: 2 })],
    6000,
  );
  expect(later.run && paceOf(later.run)).toEqual({ rate: 2, secondsLeft: 1 });
});

test('the end of the run opens its result', () => {
  const ended = settled(started());
  expect(jobOf(ended, 'open-run')).toMatchObject({ run: ID, showAs: 'result' });
  expect(stepNow(atResult())).toBe('result');
  expect(atResult().summary).toEqual([`Run ${ID}: 3 done, 1 failed, 0 left.`]);
});

test('a run that ends while its viewer is elsewhere is said there and opens nothing', () => {
  const elsewhere = press(started(), 'escape');
  expect(stepNow(elsewhere)).toBe('home');
  const ended = settled(elsewhere);
  expect(ended.task).toBeNull();
  expect(ended.notice?.text).toContain('has ended');
});

test('s asks before it stops, with No in focus; Escape stops nothing', () => {
  const asked = press(started(), 's');
  expect(asked).toMatchObject({ overlay: 'ask', question: { focus: 0 } });
  expect(press(asked, 'enter')).toMatchObject({ overlay: null, task: null });
  expect(press(asked, 'escape')).toMatchObject({ overlay: null, task: null });
  expect(jobOf(press(asked, 'right', 'enter'), 'stop-run').run).toBe(ID);
  expect(press(finish(press(asked, 'right', 'enter'), { kind: 'stop-run' })).notice?.text).toContain(
    'after the pair at work',
  );
});

test('read-only stops no run', () => {
  const state = started();
  const looking = { ...state, world: { ...state.world, isReadOnly: true } };
  expect(press(looking, 's')).toEqual(looking);
});

test('what can be done after a run depends on how it ended', () => {
  expect(valuesOf(atResult())).toEqual(['save', 'retry', 'home', 'quit']);
  expect(valuesOf(atResult({ done: 4 }))).toEqual(['home', 'quit']);
  expect(valuesOf(atResult({ done: 2, left: 2, state: 'stopped' }))).toEqual(['resume', 'home', 'quit']);
  const state = atResult();
  const items = resultItems({ ...state, world: { ...state.world, isReadOnly: true } });
  expect(items.find(({ value }) => value === 'retry')?.disabled).toContain('read-only');
  expect(items.find(({ value }) => value === 'save')?.disabled).toBeUndefined();
});

test('the audit log is saved, and where is kept for the end (A54)', () => {
  const saving = choose(atResult(), 'save');
  expect(jobOf(saving, 'save-errors').run).toBe(ID);
  const saved = finish(saving, { kind: 'save-errors', path: '/srv/files/errors.csv', failed: 1 });
  expect(saved.notice?.text).toContain('/srv/files/errors.csv');
  expect(saved.summary.at(-1)).toContain('/srv/files/errors.csv');
});

test('retry plans the failed pairs only, as a retry of that run (A56)', () => {
  const pairs = [{ line: 1, source: 19, target: 21 }];
  const retrying = finish(choose(atResult(), 'retry'), {
    kind: 'retry',
    run: ID,
    checked: { pairs, problems: [], warnings: [] },
  });
  expect(stepNow(retrying)).toBe('review');
  expect(jobOf(retrying, 'plan')).toMatchObject({ checked: { pairs }, retryOf: ID });
  expect(stepNow(press(planned(retrying), 'enter'))).toBe('confirm');
  expect(stepNow(press(planned(retrying), 'escape'))).toBe('result');
});

test('going on, home and quit', () => {
  expect(jobOf(choose(atResult({ done: 2, left: 2, state: 'stopped' }), 'resume'), 'resume-run').run).toBe(ID);
  expect(stepNow(choose(atResult(), 'home'))).toBe('home');
  expect(stepNow(press(atResult(), 'escape'))).toBe('home');
  expect(choose(atResult(), 'quit').exit).toBe(0);
});

test('after a run the next transfer begins without the answers of the last', () => {
  const next = choose(choose(atResult(), 'home'), 'single');
  expect(next.chosen).toEqual({ target: null, source: null });
  expect(next.plan).toBeNull();
});

test('a run that cannot be gone on with says why and stays', () => {
  const refused = fail(
    choose(atResult({ done: 2, left: 2, state: 'stopped' }), 'resume'),
    'store-held',
    'Held by ann.',
  );
  expect(stepNow(refused)).toBe('result');
  expect(refused.notice?.text).toContain('Held by ann.');
});

test('history filters by id, state or operator, opens what is running to follow it and all else as a result', () => {
  const runs = [
    runOf({ id: 'run-c', left: 3 }),
    runOf({ id: 'run-b', failed: 1, operator: 'ann' }),
    runOf({ id: 'run-a', done: 1 }),
  ];
  const history = choose(opened({ runs }), 'history');
  expect(listedRuns(history).map(({ id }) => id)).toEqual(['run-c', 'run-b', 'run-a']);
  expect(listedRuns(type(history, 'ann')).map(({ id }) => id)).toEqual(['run-b']);
  expect(listedRuns(type(history, 'succ')).map(({ id }) => id)).toEqual(['run-a']);
  expect(jobOf(press(history, 'enter'), 'open-run')).toMatchObject({ run: 'run-c', showAs: 'follow' });
  expect(jobOf(press(history, 'down', 'enter'), 'open-run')).toMatchObject({ run: 'run-b', showAs: 'result' });
  expect(press(type(history, 'ann'), 'escape')).toMatchObject({
    historyField: { value: '' },
    trail: ['home', 'history'],
  });
  expect(press(type(history, 'zzz'), 'enter').task).toBeNull();
});
