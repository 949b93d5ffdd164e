import { expect, test } from 'vitest';
import type { RunPair } from '../../../source/model/run.ts';
import { countPairs, listedPairs, pairStanding } from '../../../source/wizard/logic/run-pairs.ts';
import { stepNow } from '../../../source/wizard/state.ts';
import { finish, jobOf, opened, press, runOf } from '../given.ts';
import { atDoneRun, START } from '../given-undo.ts';

const RUN = {
  ...runOf({ done: 3, failed: 1, left: 1, state: 'stopped' }),
  pairs: runOf({ done: 3, failed: 1, left: 1 }).pairs.map((pair, index): RunPair => {
    if (index > 1) return pair;
    return { ...pair, undone: { by: ['run-2'], whole: index === 0 } };
  }),
};
const atPairs = () => press(atDoneRun(opened({ runs: [RUN] }), RUN), 'tab');

test('f shows one kind of pairs after the other, and all again', () => {
  const counts = [];
  let state = atPairs();
  for (let times = 0; times < 7; times += 1) {
    counts.push([state.pairFilter, listedPairs(state).length]);
    state = press(state, 'f');
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
  expect(press(atPairs(), 'end', 'f').pairCursor).toBe(0);
});

test('u undoes the pair under the cursor, and just that one', () => {
  const asked = press(atPairs(), 'down', 'down', 'u');
  const pair = { source: 103, target: 203 };
  expect(jobOf(asked, 'open-undo')).toMatchObject({ run: RUN.id, pairs: [pair] });
  const types = finish(asked, { kind: 'open-undo', start: { ...START, pairs: [pair], named: [pair] } });
  expect(types.trail).toEqual(['home', 'history', 'result', 'pairs', 'undo-types']);
  expect(jobOf(press(types, 'enter'), 'plan-undo').pairs).toEqual([pair]);
  const back = press(types, 'escape');
  expect([stepNow(back), back.pairCursor]).toEqual(['pairs', 2]);
});

test('of a pair partly undone the rest can be undone; one that is wholly undone, failed or left cannot', () => {
  expect(jobOf(press(atPairs(), 'down', 'u'), 'open-undo').pairs).toHaveLength(1);
  expect(press(atPairs(), 'u').notice?.text).toContain('it was undone already, by run run-2');
  for (const key of ['down', 'end']) {
    const refused = press(atPairs(), 'down', 'down', 'down', ...(key === 'end' ? ['end'] : []), 'u');
    expect(refused.task).toBeNull();
    expect(refused.notice?.text).toContain('nothing of it was carried');
  }
  expect(press(atPairs(), 'end', 'f', 'f', 'f', 'f', 'f', 'f').pairFilter).toBe('all');
});
