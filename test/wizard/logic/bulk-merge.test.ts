import { expect, test } from 'vitest';
import { askedConflicts, openConflicts, policyRows } from '../../../source/wizard/logic/file-choices.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { atConflicts, atPolicy, choose, jobOf, planned, planOf, press } from '../given.ts';

const ROWS: [string, string][] = [
  ['19', '21'],
  ['20', '22'],
];
const fieldsOf = (state: State) => askedConflicts(state).map(({ rule }) => rule.field);

test('a file of merges asks whose values win, after its preview and before its types', () => {
  const state = atPolicy(ROWS);
  expect(state.trail).toEqual(['home', 'merge', 'bulk', 'file', 'direction', 'preview', 'policy']);
  expect(stepNow(press(state, 'enter'))).toBe('types');
  const plan = planOf(press(state, 'enter', 'enter'));
  expect(plan).toMatchObject({ operation: 'merge', confirm: 'MERGE 2', choices: { policy: 'source', byPair: {} } });
});

test('the policy holds for every field but those that have one of their own, whose conflicts come first', () => {
  const state = press(atPolicy(ROWS), 'right', 'down', 'left');
  const [first] = policyRows(state);
  expect([state.merge.file.policy, first?.own, first?.conflicts]).toEqual(['target', 'ask', 2]);
  expect(stepNow(press(state, 'enter'))).toBe('conflicts');
  expect(new Set(fieldsOf(state))).toEqual(new Set([first?.rule.field]));
  expect(policyRows(press(state, 'right'))[0]?.own).toBeNull();
  const counts = policyRows(state).map(({ conflicts }) => conflicts);
  expect(counts).toEqual(counts.toSorted((left, right) => right - left));
});

test('asked about everything, only fields with two values are in the queue, field by field', () => {
  const state = atConflicts(ROWS);
  expect(stepNow(state)).toBe('conflicts');
  const fields = fieldsOf(state);
  expect(fields).toEqual([...new Set(fields)].flatMap((field) => fields.filter((each) => each === field)));
  for (const { values } of askedConflicts(state)) expect(values.source).not.toEqual(values.target);
});

test('nothing goes on while a conflict is open; a decides a whole field, and the plan has what was decided', () => {
  const state = atConflicts(ROWS);
  const refused = press(state, 'enter');
  expect([stepNow(refused), refused.merge.conflictCursor]).toEqual(['conflicts', 0]);
  expect(refused.notice?.text).toContain(`${askedConflicts(state).length} conflicts are still open`);
  expect(press(state, 'a').notice?.text).toContain('Decide this one first');
  const [field] = fieldsOf(state);
  const whole = press(state, 'right', 'a');
  expect(openConflicts(whole).some(({ rule }) => rule.field === field)).toBe(false);
  expect(openConflicts(whole)).toHaveLength(askedConflicts(state).length - 2);
  expect(whole.merge.conflictCursor).toBe(2);
  const decided = press(whole, ...Array<string>(40).fill('left'));
  const again = press(decided, 'n');
  expect(again.notice?.text).toBe('No conflict is open. Enter goes on.');
  const byPair = planOf(press(decided, 'enter', 'enter')).choices?.byPair ?? {};
  expect(byPair['19:21']?.fields[field ?? '']).toBe('target');
  expect(new Set(Object.values(byPair['20:22']?.fields ?? {}))).toEqual(new Set(['target', 'source']));
});

test('from the review to the policy and its conflicts, and back to a plan made anew; never with an open one', () => {
  const review = planned(press(atPolicy(ROWS), 'enter', 'enter'));
  const policy = press(review, 'right', 'right', 'e');
  expect(stepNow(policy)).toBe('policy');
  const job = jobOf(policy, 'open-crowd');
  const crowd = review.merge.crowd ?? new Map();
  const read: State = { ...policy, task: null, merge: { ...policy.merge, crowd } };
  expect(job.ids).toEqual([19, 21, 20, 22]);
  expect(jobOf(press(read, 'enter'), 'plan').operation).toBe('merge');
  const asking = press(read, 'left');
  expect(stepNow(press(asking, 'enter'))).toBe('conflicts');
  const evading = press(planned(press(asking, 'escape')), 'enter');
  expect([stepNow(evading), evading.notice?.text]).toEqual([
    'review',
    expect.stringContaining('conflicts are still open'),
  ]);
  const settled = press(asking, 'enter', ...Array<string>(40).fill('left'));
  expect(press(settled, 'enter').trail.at(-1)).toBe('review');
});

test('a file of transfers is let go of by one of merges, and the other way round', () => {
  const home = press(atPolicy(ROWS), ...Array<string>(12).fill('escape'));
  expect(stepNow(home)).toBe('home');
  expect(home.drafts).toEqual(['bulk-merge']);
  const bulk = choose(home, 'bulk');
  expect([bulk.drafts, bulk.file.loaded]).toEqual([['bulk'], null]);
});
