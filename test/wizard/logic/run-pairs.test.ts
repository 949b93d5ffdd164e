import { expect, test } from 'vitest';
import type { RunPair } from '../../../source/model/run.ts';
import { isUseful } from '../../../source/wizard/is-useful.ts';
import { hintsAt } from '../../../source/wizard/keys.ts';
import { resultItems } from '../../../source/wizard/logic/result.ts';
import { countPairs, listedPairs, pairStanding } from '../../../source/wizard/logic/run-pairs.ts';
import { begin } from '../../../source/wizard/navigate.ts';
import { placeNow, type State, stepNow } from '../../../source/wizard/state.ts';
import { atReview, choose, finish, jobOf, opened, press, runOf, type } from '../given.ts';
import { atDoneRun, START } from '../given-undo.ts';

const RUN = {
  ...runOf({ done: 3, failed: 1, left: 1, state: 'stopped' }),
  pairs: runOf({ done: 3, failed: 1, left: 1 }).pairs.map((pair, index): RunPair => {
    if (index > 1) return pair;
    return { ...pair, undone: { by: ['run-2'], whole: index === 0 } };
  }),
};
const NAMED = {
  ...RUN,
  pairs: [
    { source: 19, target: 21, state: 'done' },
    { source: 20, target: 22, state: 'failed', code: 'stale', reason: 'Changed since the plan was made.' },
    { source: 24, target: 26, state: 'done' },
  ] satisfies RunPair[],
};
const atNamed = () => press(atDoneRun(opened({ runs: [NAMED] }), NAMED), 'tab');
const atPairs = () => press(atDoneRun(opened({ runs: [RUN] }), RUN), 'tab');

test('Tab shows one kind of pairs after the other, and all again', () => {
  const counts = [];
  let state = atPairs();
  for (let times = 0; times < 7; times += 1) {
    counts.push([state.pairFilter, listedPairs(state).length]);
    state = press(state, 'tab');
  }
  expect(counts).toEqual([
    ['all', 5],
    ['failed', 1],
    ['left', 1],
    ['done', 3],
    ['undone', 2],
    ['partly', 1],
    ['all', 5],
  ]);
  expect(countPairs(RUN, 'undone')).toBe(2);
  expect(RUN.pairs.map(pairStanding)).toEqual(['undone', 'partly undone', 'done', 'failed', 'left']);
  expect(pairStanding({ source: 1, target: 2, state: 'done', partly: true })).toBe('partly done');
});

test('the cursor stays within what is listed', () => {
  expect(press(atPairs(), 'up').pairCursor).toBe(0);
  expect(press(atPairs(), 'end', 'down').pairCursor).toBe(4);
  expect(press(atPairs(), 'end', 'home').pairCursor).toBe(0);
  expect(press(atPairs(), 'end', 'tab').pairCursor).toBe(0);
});

test('u undoes the pair that was opened, and just that one; Esc leads back to it in its list', () => {
  const asked = press(atPairs(), 'down', 'down', 'enter', 'u');
  const pair = { source: 103, target: 203 };
  expect(jobOf(asked, 'open-undo')).toMatchObject({ run: RUN.id, pairs: [pair] });
  const types = finish(asked, { kind: 'open-undo', start: { ...START, pairs: [pair], named: [pair] } });
  expect(types.trail).toEqual(['home', 'history', 'result', 'pairs', 'undo-types']);
  expect(jobOf(press(types, 'enter'), 'plan-undo').pairs).toEqual([pair]);
  const back = press(types, 'escape');
  expect([stepNow(back), back.pairCursor]).toEqual(['pairs', 2]);
});

test('of a pair partly undone the rest can be undone; one that is wholly undone, failed or left cannot', () => {
  expect(jobOf(press(atPairs(), 'down', 'enter', 'u'), 'open-undo').pairs).toHaveLength(1);
  expect(press(atPairs(), 'enter', 'u').notice?.text).toContain('it was undone already, by run run-2');
  for (const key of ['down', 'end']) {
    const refused = press(atPairs(), 'down', 'down', 'down', ...(key === 'end' ? ['end'] : []), 'enter', 'u');
    expect(refused.task).toBeNull();
    expect(refused.notice?.text).toContain('nothing of it was done');
  }
});

test('what is typed is searched for in ids and names of both people, u among it; Esc empties it, and then goes back', () => {
  const listed = (text: string) => listedPairs(type(atNamed(), text)).map(({ source }) => source);
  const all = atNamed().result?.run.pairs.map(({ source }) => source);
  expect(listed('')).toEqual(all);
  expect(listed('jenny')).toEqual([19]);
  expect(listed('SMITH 21')).toEqual([19]);
  expect(listed('22')).toEqual([20]);
  expect(listed('uuu')).toEqual([]);
  expect(press(type(atNamed(), 'uuu'), 'enter').overlay).toBeNull();
  const typed = type(press(atNamed(), 'down'), 'smith');
  expect(typed.pairCursor).toBe(0);
  expect(press(typed, 'escape')).toMatchObject({ pairField: { value: '' }, overlay: null });
  expect(stepNow(press(typed, 'escape', 'escape'))).toBe('result');
});

test('Enter opens the pair with its reason in full, Esc closes it', () => {
  const opened = press(atNamed(), 'enter');
  expect(opened.overlay).toBe('pair');
  expect(press(opened, 'escape')).toMatchObject({ overlay: null, pairCursor: 0 });
});

test('only keys that do something are hinted', () => {
  const keysAt = (state: State) =>
    hintsAt(placeNow(state), (binding) => isUseful(state, binding)).own.map(({ label }) => label);
  expect(keysAt(atPairs())).toContain('open');
  expect(keysAt(type(atPairs(), 'zzz'))).not.toContain('open');
  expect(keysAt(press(atPairs(), 'down', 'enter'))).toContain('undo this pair');
  expect(keysAt(press(atPairs(), 'enter'))).not.toContain('undo this pair');
});

test('the undo of one pair leads back to the list that it was begun from, as it was left, from Esc and from its menu', () => {
  const list = type(press(atNamed(), 'tab', 'tab', 'tab'), 'an');
  const pair = { source: 19, target: 21 };
  const run = atNamed().result?.run ?? RUN;
  const begun = finish(press(list, 'enter', 'u'), {
    kind: 'open-undo',
    start: { ...START, run: run.id, pairs: [pair], named: [pair], types: START.types.slice(0, 1) },
  });
  const { plan } = atReview();
  if (plan === null) throw new Error('No plan');
  const watched = finish(begin(begun, { kind: 'start-run', plan }), {
    kind: 'start-run',
    run: runOf({ id: 'run-9', left: 1, operation: 'undo', undoOf: run.id }),
  });
  expect(jobOf(press(watched, 'escape'), 'open-run')).toMatchObject({ run: run.id, showAs: 'pairs' });
  const ended = finish(begin(watched, { kind: 'open-run', run: 'run-9', showAs: 'result' }), {
    kind: 'open-run',
    run: runOf({ id: 'run-9', done: 1, operation: 'undo', undoOf: run.id }),
    done: null,
    showAs: 'result',
  });
  expect(jobOf(choose(ended, 'list'), 'open-run')).toMatchObject({ run: run.id, showAs: 'pairs' });
  const back = finish(press(ended, 'escape'), { kind: 'open-run', run, done: null, showAs: 'pairs' });
  expect(back).toMatchObject({
    trail: ['home', 'result', 'pairs'],
    pairFilter: list.pairFilter,
    pairField: { value: 'an' },
    result: { run: { id: run.id } },
  });
  expect(resultItems(press(back, 'escape', 'escape')).some(({ value }) => value === 'list')).toBe(false);
});
