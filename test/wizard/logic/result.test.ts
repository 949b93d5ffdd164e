import { expect, test } from 'vitest';
import type { Problem } from '../../../source/model/pair.ts';
import type { Plan } from '../../../source/model/plan.ts';
import type { Run } from '../../../source/model/run.ts';
import { resultItems } from '../../../source/wizard/logic/result.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import type { World } from '../../../source/wizard/world.ts';
import { atReview, choose, fail, finish, jobOf, opened, operatorOf, planned, press, runOf, type } from '../given.ts';
import { atResult, ID } from '../given-run.ts';

const valuesOf = (state: State) => resultItems(state).map(({ value }) => value);
const withWorld = (state: State, world: Partial<World>): State => ({ ...state, world: { ...state.world, ...world } });
const stopped = () => atResult({ done: 2, left: 2, state: 'stopped' });

/** What can be done with the sources of a run of several pairs. */
const CARE = ['deactivate', 'emptied'];

test('what can be done after a run depends on how it ended', () => {
  expect(valuesOf(atResult())).toEqual(['save', 'retry', 'undo', ...CARE, 'home', 'quit']);
  expect(valuesOf(atResult({ done: 4 }))).toEqual(['save', 'undo', ...CARE, 'home', 'quit']);
  expect(valuesOf(atResult({ failed: 4 }))).toEqual(['save', 'retry', 'home', 'quit']);
  expect(valuesOf(stopped())).toEqual(['save', 'resume', 'close', 'undo', ...CARE, 'home', 'quit']);
});

test.each([
  ['read-only', { isReadOnly: true }, 'read-only: opened to look, not to change', null],
  [
    'an auditor',
    { operator: operatorOf('auditor') },
    'auditor lacks the permission "User Data Transfer"',
    'auditor lacks the permission "Users/Edit"',
  ],
  [
    'while another run goes on, one',
    { runs: [runOf({ id: 'other', left: 1 })] },
    'run other is in progress; only one at a time',
    null,
  ],
])('%s can retry nothing and go on with nothing, is told why, and may save the log', (_who, world, why, other) => {
  const items = resultItems(withWorld(atResult({ done: 1, failed: 1, left: 2, state: 'stopped' }), world));
  expect(items.map(({ value, disabled }) => [value, disabled])).toEqual([
    ['save', undefined],
    ['retry', why],
    ['resume', why],
    ['close', why],
    ['undo', why],
    ['deactivate', other ?? why],
    ['emptied', undefined],
    ['home', undefined],
    ['quit', undefined],
  ]);
});

test.each([
  [{ done: 3, failed: 1 }, 'Save the audit log of these errors', 1, 'Log of 1 pair'],
  [{ done: 4 }, 'Save the log of this run', 4, 'Log of 4 pairs'],
])('the log is saved after %j, once, and where is kept for the end (A54)', (parts, label, pairs, said) => {
  const path = '/srv/files/log.csv';
  const state = atResult(parts);
  expect(resultItems(state)[0]).toMatchObject({ label, detail: 'as a CSV file' });
  const saving = choose(state, 'save');
  expect(jobOf(saving, 'save-log').run).toBe(ID);
  const saved = finish(saving, { kind: 'save-log', path, pairs });
  expect(saved.notice).toEqual({ tone: 'good', text: `${said}: ${path}.` });
  expect(saved.summary.at(-1)).toBe(`${said}: ${path}`);
  expect(resultItems(saved)[0]).toMatchObject({ label, detail: `saved already: ${path}` });
  const again = choose(saved, 'save');
  expect(again.task).toBeNull();
  expect(again.notice?.text).toBe(`It is saved: ${path}`);
});

test('of a log that is not whole it is said as it is saved, and at the end', () => {
  const doubt = 'The audit log is NOT whole. Line 2 is not what was written there.';
  const saved = finish(choose(atResult({ done: 4 }), 'save'), { kind: 'save-log', path: '/log.csv', pairs: 4, doubt });
  expect(saved.notice).toEqual({ tone: 'bad', text: `Log of 4 pairs: /log.csv. ${doubt}` });
  expect(saved.summary.at(-1)).toContain(doubt);
});

const PAIRS = [{ line: 1, source: 19, target: 21 }];
const GONE: Problem = {
  line: 2,
  column: 'To User ID',
  value: '9999',
  code: 'unknown-user',
  message: 'Nobody has the user ID 9999.',
  cure: 'Take this row out.',
};
const CARRIED = ['evaluations-as-evaluator', 'agent-schedules'];

/** After the failed pairs that can be tried again have come. */
function retried(pairs = PAIRS, hopeless: readonly Problem[] = [], state = atResult()): State {
  const retry = { checked: { pairs, problems: [], warnings: [] }, hopeless, carried: CARRIED, choices: null };
  return finish(choose(state, 'retry'), { kind: 'retry', run: ID, retry });
}

test('retry plans the failed pairs only, as a retry of that run (A56)', () => {
  const retrying = retried();
  expect(stepNow(retrying)).toBe('review');
  expect(retrying.notice).toBeNull();
  expect(jobOf(retrying, 'plan')).toMatchObject({ checked: { pairs: PAIRS }, retryOf: ID });
  expect(stepNow(press(planned(retrying), 'enter'))).toBe('confirm');
  expect(stepNow(press(planned(retrying), 'escape'))).toBe('result');
});

test('retry carries what its run carried, whatever was chosen on another way since, in either direction', () => {
  expect(jobOf(retried(), 'plan').carried).toEqual(CARRIED);
  const chosen: State = { ...atResult(), without: new Set(['goals']), direction: 'to-from' };
  const retrying = retried(PAIRS, [], chosen);
  expect(jobOf(retrying, 'plan')).toMatchObject({ carried: CARRIED, direction: 'from-to' });
  expect(retrying.without).toEqual(new Set(['goals']));
});

test('what cannot be tried again is left out of a retry and said', () => {
  const said = { tone: 'bad', text: '1 can be tried again; left out is what cannot: Nobody has the user ID 9999.' };
  const retrying = retried(PAIRS, [GONE]);
  expect(jobOf(retrying, 'plan').checked).toEqual({ pairs: PAIRS, problems: [], warnings: [] });
  expect(retrying.notice).toEqual(said);
  // It stays said once the plan is there, and stops nothing.
  expect(planned(retrying).notice).toEqual(said);
  expect(stepNow(press(planned(retrying), 'enter'))).toBe('confirm');
});

test('where nothing can be tried again the result stays and says so', () => {
  const refused = retried([], [GONE]);
  expect(stepNow(refused)).toBe('result');
  expect(refused.notice).toEqual({
    tone: 'bad',
    text: 'None of them can be tried again. Nobody has the user ID 9999.',
  });
});

/** What an unfinished run has left, opened from `state`. */
function left(state: State, pairs?: Plan['pairs']): State {
  const { plan } = atReview();
  if (plan === null) throw new Error('No plan');
  const run = runOf({ done: 2, left: 1, state: 'stopped' });
  return finish(state, { kind: 'open-plan', changed: 0, run, plan: { ...plan, pairs: pairs ?? plan.pairs } });
}

test.each([
  ['the result', () => choose(stopped(), 'resume')],
  ['the first screen', () => choose(opened({ runs: [runOf({ done: 2, left: 1, state: 'stopped' })] }), `resume:${ID}`)],
])('going on from %s is reviewed and confirmed twice before anything runs', (_place, asked) => {
  expect(jobOf(asked(), 'open-plan').run).toBe(ID);
  const review = left(asked());
  expect([stepNow(review), review.mode, review.task]).toEqual(['review', 'resume', null]);
  expect(review.plan?.pairs).toHaveLength(1);
  const confirm = press(review, 'enter');
  expect(confirm).toMatchObject({ confirmFocus: 0, task: null });
  expect(stepNow(press(confirm, 'enter'))).toBe('review');
  const phrase = press(confirm, 'right', 'enter');
  expect([stepNow(phrase), phrase.task]).toEqual(['phrase', null]);
  expect(press(type(phrase, 'yes'), 'enter').task).toBeNull();
  const resuming = press(type(phrase, 'jenny.andrews'), 'enter');
  expect(jobOf(resuming, 'resume-run').shown.id).toBe(ID);
  expect(stepNow(finish(resuming, { kind: 'resume-run', run: runOf({ done: 2, left: 1 }) }))).toBe('run');
});

test('a run that broke off behind its last pair has nothing to be read: its end is put down', () => {
  const ending = left(choose(stopped(), 'resume'), []);
  expect(jobOf(ending, 'resume-run').shown.id).toBe(ID);
});

test('a run of which only people who own nothing are left can be brought to its end', () => {
  const { plan } = atReview();
  if (plan === null) throw new Error('No plan');
  const totals = { ...plan.totals, combined: 0, replaced: 0, deduplicated: 0, summed: 0, derived: 0 };
  const review = finish(choose(stopped(), 'resume'), {
    kind: 'open-plan',
    changed: 0,
    run: runOf({ done: 2, left: 1, state: 'stopped' }),
    plan: { ...plan, totals },
  });
  expect(stepNow(press(review, 'enter'))).toBe('confirm');
});

test('to go back from what is left runs nothing and keeps the result', () => {
  const back = press(left(choose(stopped(), 'resume')), 'escape');
  expect([stepNow(back), back.task]).toEqual(['result', null]);
});

test('a run that cannot be gone on with says why and stays', () => {
  const refused = fail(choose(stopped(), 'resume'), 'store-held', 'Held by ann.');
  expect(stepNow(refused)).toBe('result');
  expect(refused.notice?.text).toContain('Held by ann.');
});

test('home and quit', () => {
  expect(stepNow(choose(atResult(), 'home'))).toBe('home');
  expect(stepNow(press(atResult(), 'escape'))).toBe('home');
  expect(choose(atResult(), 'quit').exit).toBe(0);
});

test('after a run the next transfer begins without the answers of the last', () => {
  const next = choose(choose(atResult(), 'home'), 'single');
  expect(next.chosen).toEqual({ target: null, source: null });
  expect(next.plan).toBeNull();
});

test('pairs of an unfinished run that will fail are said before it goes on', () => {
  const { plan } = atReview();
  if (plan === null) throw new Error('No plan');
  const asked = choose(stopped(), 'resume');
  const review = finish(asked, { kind: 'open-plan', changed: 2, run: runOf({ state: 'stopped', left: 2 }), plan });
  expect(stepNow(review)).toBe('review');
  expect(review.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('2 pairs have changed since') });
});

test('a run with pairs left can be left at that, once a question was answered with yes; then nothing goes on', () => {
  const asked = choose(stopped(), 'close');
  expect(asked.question).toMatchObject({ focus: 0, text: expect.stringContaining('for good') });
  expect(press(asked, 'enter')).toMatchObject({ task: null, overlay: null });
  const job = jobOf(press(asked, 'right', 'enter'), 'close-run');
  const run = { ...stopped().result?.run, closed: true } as Run;
  expect(job.run).toBe(run.id);
  const closed = finish(press(asked, 'right', 'enter'), { kind: 'close-run', run });
  expect(stepNow(closed)).toBe('result');
  expect(closed.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('has ended for good') });
  const values = resultItems(closed).map(({ value }) => value);
  expect(values).not.toContain('resume');
  expect(values).not.toContain('close');
});

test('a run that broke off with nothing left can only be brought to its end', () => {
  const values = resultItems(atResult({ done: 2, state: 'interrupted' })).map(({ value }) => value);
  expect(values).toContain('resume');
  expect(values).not.toContain('close');
});

test('only failed pairs that no later run has done are offered for a retry', () => {
  const { result } = atResult({ done: 1, failed: 2 });
  if (result === null) throw new Error('No result');
  const done = (count: number): State => {
    const pairs = result.run.pairs.map((pair, index) => (index > 2 - count ? { ...pair, since: 'run-9' } : pair));
    return { ...atResult(), result: { ...result, run: { ...result.run, pairs } } };
  };
  expect(resultItems(done(1)).find(({ value }) => value === 'retry')?.detail).toContain('1 failed');
  expect(resultItems(done(2)).some(({ value }) => value === 'retry')).toBe(false);
});

test('a worker that dies as it begins leads to the first screen, where its run may be gone on with', () => {
  const died = fail(choose(stopped(), 'resume'), 'worker-died', 'The worker was killed.', 'It said nothing.');
  expect(stepNow(died)).toBe('home');
  expect(died.notice?.text).toMatch(/^The worker was killed\. Where it stands below as unfinished, go on with it;/);
});
