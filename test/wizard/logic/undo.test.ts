import { expect, test } from 'vitest';
import { resultItems } from '../../../source/wizard/logic/result.ts';
import { typesPutBack } from '../../../source/wizard/logic/undo.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import type { World } from '../../../source/wizard/world.ts';
import { choose, fail, finish, jobOf, opened, operatorOf, press, runOf, type } from '../given.ts';
import { atDoneRun, atUndoReview, atUndoTypes, rescored, runDone, START, undoPlanned } from '../given-undo.ts';

const UNDO = runDone({ id: 'run-2', operation: 'undo', undoOf: START.run });
const undoItem = (state: State) => resultItems(state).find(({ value }) => value === 'undo');

test('a run that has ended is undone from its result: what, review, two confirmations, run, result', () => {
  const asked = choose(atDoneRun(), 'undo');
  expect(jobOf(asked, 'open-undo')).toMatchObject({ run: START.run, pairs: null });
  const review = atUndoReview();
  expect(review.trail).toEqual(['home', 'history', 'result', 'undo-types', 'undo-review']);
  const confirm = press(review, 'enter');
  expect([stepNow(confirm), confirm.confirmFocus]).toEqual(['undo-confirm', 0]);
  expect(stepNow(press(confirm, 'enter'))).toBe('undo-review');
  const phrase = press(confirm, 'right', 'enter');
  expect(press(type(phrase, 'UNDO'), 'enter').task).toBeNull();
  const starting = press(type(phrase, 'UNDO 1'), 'enter');
  expect(jobOf(starting, 'start-run').plan.undoOf).toMatchObject({ run: START.run, overwriteChanged: false });
  const running = finish(starting, { kind: 'start-run', run: { ...UNDO, state: 'running' } });
  expect(running.run).toMatchObject({ id: 'run-2', undoOf: START.run });
  expect(running.trail).toEqual(['home', 'run']);
});

test('Escape goes back step by step from the phrase to the run, and what was chosen is still there', () => {
  const types = press(atUndoTypes(), 'down', 'down', 'space');
  const phrase = press(undoPlanned(press(types, 'enter')), 'enter', 'right', 'enter');
  expect(stepNow(phrase)).toBe('phrase');
  const back = undoPlanned(press(phrase, 'escape', 'escape'));
  expect(stepNow(back)).toBe('undo-review');
  const chosen = press(back, 'escape');
  expect(stepNow(chosen)).toBe('undo-types');
  expect(chosen.undo?.without).toEqual(new Set(['agent-schedules']));
  const result = press(chosen, 'escape');
  expect([stepNow(result), stepNow(press(result, 'escape'))]).toEqual(['result', 'history']);
});

test('where the run touched one data type there is nothing to choose', () => {
  const review = atUndoTypes({ types: [{ id: 'agent-schedules', records: 8, changed: 0 }] });
  expect(stepNow(review)).toBe('undo-review');
  expect(jobOf(review, 'plan-undo').types).toBeNull();
});

test('what rests on a data type is put back with it or stays with it, and is not switched by itself', () => {
  const all = atUndoTypes();
  expect([...typesPutBack(all)]).toHaveLength(3);
  const without = press(all, 'space');
  expect([...typesPutBack(without)]).toEqual(['agent-schedules']);
  expect(jobOf(press(without, 'enter'), 'plan-undo').types).toEqual(['agent-schedules']);
  const locked = press(all, 'down', 'space');
  expect(typesPutBack(locked).size).toBe(3);
  expect(locked.notice?.text).toBe(
    'Evaluation statistics cannot be switched by itself. It goes along with Evaluations as evaluator.',
  );
});

test('a, all or none: with nothing to put back nothing goes on', () => {
  const none = press(atUndoTypes(), 'a');
  expect(typesPutBack(none).size).toBe(0);
  const refused = press(none, 'enter');
  expect([stepNow(refused), refused.task]).toEqual(['undo-types', null]);
  expect(refused.notice?.text).toContain('Nothing would be put back.');
  expect(typesPutBack(press(none, 'a')).size).toBe(3);
});

test.each<[string, Partial<World>, string]>([
  ['read-only', { isReadOnly: true }, 'read-only: opened to look, not to change'],
  ['an auditor', { operator: operatorOf('auditor') }, 'auditor lacks the permission "User Data Transfer"'],
  [
    'while another run goes on',
    { runs: [runOf({ id: 'other', left: 2 }), runDone()] },
    'run other is in progress; only one at a time',
  ],
])('%s nothing can be undone, neither a run nor a pair, and why is told', (_who, parts, why) => {
  const result = atDoneRun();
  const state = { ...result, world: { ...result.world, ...parts } };
  expect(undoItem(state)?.disabled).toBe(why);
  const pair = press(state, 'tab', 'enter', 'u');
  expect([stepNow(pair), pair.task]).toEqual(['pairs', null]);
  expect(pair.notice?.text).toBe(`This pair cannot be undone: ${why}.`);
});

test('the run on screen itself, known as running from before, is no reason against its undo', () => {
  const result = atDoneRun();
  const state = { ...result, world: { ...result.world, runs: [{ ...runDone(), state: 'running' as const }] } };
  expect(undoItem(state)?.disabled).toBeUndefined();
});

test('a run of which nothing stands any more says which run undid it', () => {
  const run = runDone({ counts: { pairs: 1, done: 1, failed: 0, left: 0, undone: 1 } });
  const undone = { ...run, pairs: run.pairs.map((pair) => ({ ...pair, undone: { by: ['run-2'], whole: true } })) };
  expect(undoItem(atDoneRun(opened({ runs: [undone] }), undone))?.disabled).toBe('undone already, by run run-2');
});

test('the undo of an undo is offered and made like any other', () => {
  const result = atDoneRun(opened({ runs: [UNDO] }), UNDO);
  expect(undoItem(result)).toMatchObject({ label: 'Undo this run', detail: 'puts 1 pair back; you review it first' });
  expect(jobOf(choose(result, 'undo'), 'open-undo').run).toBe('run-2');
});

test('what failed of an undo is tried again as an undo, never as a transfer', () => {
  const failed = { ...UNDO, ...runOf({ ...UNDO, done: 0, failed: 1 }), counts: { ...UNDO.counts, done: 0, failed: 1 } };
  const retrying = choose(atDoneRun(opened({ runs: [failed] }), failed), 'retry');
  expect(jobOf(retrying, 'retry-undo').run).toBe('run-2');
  const again = finish(retrying, {
    kind: 'retry-undo',
    start: { ...START, pairs: START.named, overwriteChanged: true },
  });
  expect(jobOf(press(again, 'enter'), 'plan-undo')).toMatchObject({ pairs: START.named, overwriteChanged: true });
});

test('a plan that went stale before it began is made anew and read again', () => {
  const phrase = press(atUndoReview(), 'enter', 'right', 'enter');
  const stale = fail(press(type(phrase, 'UNDO 1'), 'enter'), 'stale-plan', 'Jenny Andrews (21): changed.');
  expect(stepNow(stale)).toBe('undo-review');
  expect(jobOf(stale, 'plan-undo').run).toBe(START.run);
  expect(stale.notice?.text).toContain('Here is the plan as it is now; read it again.');
});

test('what an unfinished undo has left is reviewed as an undo, and what it does with changes stays', () => {
  const { plan } = atUndoReview(rescored);
  if (plan === null) throw new Error('No plan');
  const run = { ...UNDO, state: 'stopped' as const, reason: 'The disk is full.' };
  const asked = choose(opened({ runs: [run] }), `resume:${run.id}`);
  const review = finish(asked, { kind: 'open-plan', changed: 0, run, plan });
  expect([stepNow(review), review.mode]).toEqual(['undo-review', 'resume']);
  expect(review.notice?.text).toBe('It was stopped: The disk is full.');
  const kept = press(review, 'o');
  expect([kept.task, kept.plan]).toEqual([null, plan]);
  expect(kept.notice?.text).toContain('was confirmed then');
  const going = press(type(press(review, 'enter', 'right', 'enter'), 'UNDO 1'), 'enter');
  expect(jobOf(going, 'resume-run').shown.id).toBe('run-2');
});
