import { expect, test } from 'vitest';
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
