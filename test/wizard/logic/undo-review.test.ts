import { expect, test } from 'vitest';
import { NO_UNDO } from '../../../source/model/change.ts';
import type { Plan } from '../../../source/model/plan.ts';
import { isUseful } from '../../../source/wizard/is-useful.ts';
import { hintsAt } from '../../../source/wizard/keys.ts';
import { UNDO_TABS } from '../../../source/wizard/logic/undo-review.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { finish, jobOf, press } from '../given.ts';
import { atUndoReview, rescored, undoPlanned } from '../given-undo.ts';

test('what changed since is said at once, left alone, and overwritten only when o is pressed', () => {
  const spared = atUndoReview(rescored);
  expect(spared.notice).toEqual({
    tone: 'bad',
    text: '1 record changed since the run: it stays as it is; o overwrites it.',
  });
  expect(spared.plan?.totals.changed).toBe(1);
  const asked = press(spared, 'o');
  expect(jobOf(asked, 'plan-undo').overwriteChanged).toBe(true);
  // Nothing can be confirmed while the plan is made anew.
  expect(stepNow(press(asked, 'enter'))).toBe('undo-review');
  const taken = undoPlanned(asked, rescored);
  expect(taken.notice?.text).toBe('OVERWRITTEN: 1 record changed since; what was changed is LOST. o leaves it.');
  expect(taken.plan?.totals.returned).toBe((spared.plan?.totals.returned ?? 0) + 1);
  expect(jobOf(press(taken, 'o'), 'plan-undo').overwriteChanged).toBe(false);
});

test('with nothing changed since there is nothing to overwrite', () => {
  const state = press(atUndoReview(), 'o');
  expect(state.task).toBeNull();
  expect(state.notice?.text).toBe('Nothing has changed since the run: there is nothing to overwrite.');
});

test('what cannot be overwritten is not offered, and what helps is said: the later runs that touched it', () => {
  const review = atUndoReview(rescored);
  const { plan } = review;
  if (plan === null) throw new Error('No plan');
  const stuck = { ...NO_UNDO, changed: 4, outcome: 'left-alone' as const, stuck: 4 };
  const later = { 'agent-schedules': ['run-9', 'run-8'] };
  const pairs = plan.pairs.map(({ effect: _effect, ...pair }) => ({
    ...pair,
    undo: { 'agent-schedules': stuck },
    later,
  }));
  const undoOf = {
    run: 'run-1',
    operation: 'transfer' as const,
    isAgain: false,
    overwriteChanged: false,
    laterRuns: ['run-9', 'run-8'],
  };
  const kept: Plan = { ...plan, undoOf, pairs, totals: { ...plan.totals, ...NO_UNDO, changed: 4 } };
  const told = finish(press(review, 'o'), { kind: 'plan-undo', plan: kept });
  expect(told.notice?.text).toBe(
    '4 records changed since the run: they stay as they are and cannot be overwritten. 2 later runs touched these people: undo them first (Warnings).',
  );
  const hinted = (state: State) =>
    hintsAt('undo-review', (binding) => isUseful(state, binding)).own.some(({ key }) => key === 'o');
  expect([review, told].map(hinted)).toEqual([true, false]);
  expect(press({ ...told, undo: review.undo }, 'o')).toMatchObject({
    task: null,
    notice: { text: expect.stringMatching(/^Nothing can be overwritten: /) },
  });
  expect(press(told, 'enter').notice?.text).toBe(
    'Nothing would be put back: it has changed since and cannot be overwritten. Undo run run-9 first.',
  );
});

test('the tabs go round, and d looks into the data type under the cursor', () => {
  const review = atUndoReview();
  const tabs = UNDO_TABS.map((_tab, times) => press(review, ...Array<string>(times).fill('right')).reviewTab);
  expect(tabs).toEqual([0, 1, 2, 3]);
  expect(press(review, 'left').reviewTab).toBe(3);
  expect(jobOf(press(review, 'd'), 'records').type).toBe('evaluations-as-evaluator');
  expect(press(review, 'right', 'd').notice?.text).toContain('By type');
});

test('an undo that puts nothing back leads no further and says why', () => {
  const review = atUndoReview();
  if (review.plan === null) throw new Error('No plan');
  const { plan } = review;
  const none = { returned: 0, restored: 0, removed: 0, overwritten: 0, stuck: 0 };
  const changed = { ...none, changed: 4, outcome: 'left-alone' as const };
  const withUndo = (undo: Record<string, typeof changed>, count: number) =>
    press(
      {
        ...review,
        plan: {
          ...plan,
          pairs: plan.pairs.map(({ effect: _effect, ...pair }) => ({ ...pair, undo })),
          totals: { ...plan.totals, changed: count },
        },
      },
      'enter',
    );
  const all = withUndo({ 'agent-schedules': changed }, 4);
  expect(stepNow(all)).toBe('undo-review');
  expect(all.notice?.text).toContain('all of it has changed since. o overwrites that.');
  expect(withUndo({}, 0).notice?.text).toContain('it is as it was before the run');
  expect(press({ ...review, plan: { ...plan, pairs: [] } }, 'enter').notice?.text).toContain('Warnings tells why');
});

test('Escape gives up the plan that is being made, and it comes to nothing', () => {
  const waiting = press(atUndoReview(), 'escape', 'enter');
  expect(jobOf(waiting, 'plan-undo').overwriteChanged).toBe(false);
  const back = press(waiting, 'escape');
  expect([stepNow(back), back.task]).toEqual(['undo-types', null]);
  expect(() => finish(back, { kind: 'records', lines: [] })).toThrow('at work is nothing');
});
