import { expect, test } from 'vitest';
import { runWords, standingUndos } from '../../../source/model/run-standing.ts';
import { listedRuns } from '../../../source/wizard/logic/history.ts';
import { choose, jobOf, opened, press, runOf, type } from '../given.ts';

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

test('history is filtered by what was run and what became of it, too: an undo, undone, partly undone', () => {
  const runs = [
    runOf({ id: 'run-d', done: 1, operation: 'undo', undoOf: 'run-b' }),
    runOf({ id: 'run-c', done: 1, operation: 'undo', undoOf: 'run-a' }),
    runOf({ id: 'run-b', done: 2 }),
    { ...runOf({ id: 'run-a', done: 1 }), counts: { pairs: 1, done: 1, failed: 0, left: 0, undone: 1 } },
  ];
  const history = choose(opened({ runs }), 'history');
  const found = (text: string) => listedRuns(type(history, text)).map(({ id }) => id);
  expect(found('undo of')).toEqual(['run-d', 'run-c']);
  expect(found('partly')).toEqual(['run-b']);
  expect(found('undone')).toEqual(['run-b', 'run-a']);
  expect(found('of run-a')).toEqual(['run-c']);
  expect(found('transfer undone run-a')).toEqual(['run-a']);
});

test('an undo that was itself undone makes nothing partly undone any more', () => {
  const undo = runOf({ id: 'run-b', done: 1, operation: 'undo', undoOf: 'run-a' });
  const run = runOf({ id: 'run-a', done: 1 });
  expect(runWords(run, [undo, run])).toBe('partly undone');
  const taken = { ...undo, counts: { ...undo.counts, undone: 1 } };
  expect(runWords(run, [taken, run])).toBe('succeeded');
  expect(standingUndos('run-a', [taken, undo, run])).toEqual(['run-b']);
});
