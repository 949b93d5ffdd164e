import { expect, test } from 'vitest';
import { paceOf } from '../../../source/wizard/logic/run.ts';
import { stepNow } from '../../../source/wizard/state.ts';
import { finish, jobOf, operatorOf, press } from '../given.ts';
import { atResult, done, ended, failed, hear, ID, started } from '../given-run.ts';

test('events move the counts and stand in the list, what failed with its reason', () => {
  const state = hear(started(), [
    done(101, { done: 1, failed: 0, left: 3 }),
    failed(102, { done: 1, failed: 1, left: 2 }),
  ]);
  expect(state.run?.counts).toEqual({ pairs: 4, done: 1, failed: 1, left: 2, undone: 0 });
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
  expect(jobOf(ended(started()), 'open-run')).toMatchObject({ run: ID, showAs: 'result' });
  expect(stepNow(atResult())).toBe('result');
  expect(atResult().summary).toEqual([`Run ${ID}: 3 done, 1 failed, 0 left.`]);
});

test('a run that ends while its viewer is elsewhere is said there and opens nothing', () => {
  const elsewhere = press(started(), 'escape');
  expect(stepNow(elsewhere)).toBe('home');
  const over = ended(elsewhere);
  expect(over.task).toBeNull();
  expect(over.notice?.text).toContain('has ended');
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

test.each([
  ['read-only', { isReadOnly: true }, 'read-only: opened to look, not to change'],
  ['an auditor', { operator: operatorOf('auditor') }, 'auditor lacks the permission "User Data Transfer"'],
])('%s stops no run and is told why', (_who, world, why) => {
  const state = started();
  const looking = { ...state, world: { ...state.world, ...world } };
  const refused = press(looking, 's');
  expect(refused).toEqual({
    ...looking,
    notice: { tone: 'info', text: `The run cannot be stopped from here: ${why}.` },
  });
  expect(press(refused, 'right', 'enter').task).toBeNull();
});
