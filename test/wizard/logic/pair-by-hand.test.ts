import { expect, test } from 'vitest';
import { fieldReason } from '../../../source/wizard/logic/field-reason.ts';
import { askedConflicts, openConflicts } from '../../../source/wizard/logic/file-choices.ts';
import { courseRows, fieldRows } from '../../../source/wizard/logic/merge-choices.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { rowState } from '../../../source/wizard/row-sides.ts';
import { aboutPairChoices } from '../../../source/wizard/screens/pair-rows.ts';
import { directionSentence } from '../../../source/wizard/sentence.ts';
import type { State } from '../../../source/wizard/state.ts';
import { stepNow } from '../../../source/wizard/state.ts';
import { atPolicy, atPreview, choose, finish, jobOf, peopleOf, planned, planOf, press } from '../given.ts';

const ROWS: [string, string][] = [
  ['19', '21'],
  ['20', '22'],
];
/** At the tab Pairs of the review of a file of merges. */
const atPairs = () => press(planned(press(atPolicy(ROWS), 'enter', 'enter')), 'right');

/** After both people of the pair that was opened have been read. */
function read(state: State): State {
  const { source, target } = jobOf(state, 'open-profiles');
  return finish(state, { kind: 'open-profiles', people: peopleOf(source, target) });
}

/** With the cursor on the field, or the course, of that name. */
function on(state: State, name: string): State {
  const rows =
    stepNow(state) === 'fields'
      ? fieldRows(state).map(({ field }) => field)
      : courseRows(state).map(({ course }) => course);
  const place = rows.indexOf(name) + 1;
  if (place === 0) throw new Error(`There is no row ${name}`);
  return press(state, ...Array<string>(60).fill('up'), ...Array<string>(place).fill('down'));
}
const byPair = (state: State) => planOf(state).choices?.byPair;

test('from the review one pair is opened, chosen for field by field and course by course, and only it is planned otherwise', () => {
  const opened = press(atPairs(), 'e');
  expect([stepNow(opened), jobOf(opened, 'open-profiles')]).toMatchObject(['fields', { source: 19, target: 21 }]);
  expect(fieldRows(opened)).toEqual([]);
  const fields = on(read(opened), 'Last Name');
  expect(directionSentence(fields, 80, makeLook({ ascii: false }))).toContain(
    'FROM John Smith (19) INTO Jenny Andrews',
  );
  const courses = press(press(fields, 'right'), 'enter');
  expect(stepNow(courses)).toBe('courses');
  const back = press(press(on(courses, 'Fire safety'), 'right'), 'enter');
  expect(back.trail.at(-1)).toBe('review');
  expect(byPair(back)).toEqual({
    '19:21': { fields: { 'Last Name': 'target' }, courses: { 'Fire safety': 'target' } },
  });
  const [first, second] = planned(back).plan?.pairs ?? [];
  const takenOf = (pair: typeof first) => pair?.fields.find(({ field }) => field === 'Last Name')?.taken;
  expect([takenOf(first), takenOf(second)]).toEqual(['target', 'source']);
});

test('the pair is marked as chosen by hand, and r gives it back to the policy with a plan made anew', () => {
  const second = press(atPairs(), 'down', 'e');
  const review = planned(press(on(read(second), 'Last Name'), 'right', 'escape'));
  expect([review.scroll, review.reviewTab]).toEqual([1, 1]);
  const [one, two] = (review.plan?.pairs ?? []).map((pair) => aboutPairChoices(review, pair));
  expect(one).toContain('By the policy');
  expect(two).toContain('Chosen by hand: Last Name; r goes back to the policy');
  expect(press(review, 'up', 'r').notice?.text).toBe('Nothing was chosen for this pair by hand.');
  const given = press(review, 'r');
  expect(byPair(given)).toEqual({});
  expect(planned(given).scroll).toBe(1);
});

test('from a row of the preview as well, before any policy; the row says so', () => {
  const preview = press(atPolicy(ROWS), 'escape');
  expect(stepNow(preview)).toBe('preview');
  const back = press(on(read(press(preview, 'o')), 'Rank'), 'right', 'enter', 'enter');
  expect(back.trail.at(-1)).toBe('preview');
  const [row] = back.file.loaded?.rows ?? [];
  expect(row && rowState(back, row)).toBe('by hand');
  const transfers = press(atPreview(ROWS), 'o');
  expect([stepNow(transfers), transfers.notice]).toEqual(['preview', null]);
});

test('a row that is no pair cannot be opened', () => {
  const preview = press(atPolicy([...ROWS, ['23', '']]), 'escape', 'down', 'down');
  expect(press(preview, 'o').notice?.text).toContain('This row is no pair');
});

test('the policy of a field and of the file holds where nothing is chosen by hand, and is told as the reason', () => {
  const policy = press(atPolicy(ROWS), 'right', 'down', 'left', 'left');
  const field = policy.merge.file.byField;
  const [name = ''] = Object.keys(field);
  expect(field[name]).toBe('newest');
  const pair = read(press(planned(press(policy, 'enter', 'enter')), 'right', 'e'));
  const rowOf = (state: State) => fieldRows(state).find((row) => row.field === name);
  const row = rowOf(pair);
  expect(row && fieldReason(pair, row)).toBe('The policy of this field is “newest”.');
  const chosen = rowOf(press(on(pair, name), 'left'));
  expect(chosen && fieldReason(press(on(pair, name), 'left'), chosen)).toBe('You chose it.');
  expect(rowOf(press(on(pair, name), 'left', 'r'))).toEqual(row);
});

test('a conflict of a pair that is chosen for by hand is no open one; decided in the queue, that holds', () => {
  const conflicts = press(atPolicy(ROWS), 'left', 'enter');
  const [first] = askedConflicts(conflicts);
  const field = first?.rule.field ?? '';
  const back = press(on(read(press(conflicts, 'o')), field), 'right', 'escape');
  expect(stepNow(back)).toBe('conflicts');
  expect(openConflicts(back)).toHaveLength(askedConflicts(back).length - 1);
  expect(back.merge.file.byHand['19:21']?.fields).toEqual({ [field]: 'target' });
  const decided = press(back, 'left');
  expect(decided.merge.file.byHand).toEqual({});
  expect(decided.merge.file.decided['19:21']).toEqual({ [field]: 'source' });
});

test('what is switched for all pairs cannot be switched for one', () => {
  const fields = read(press(atPairs(), 'e'));
  for (const state of [fields, press(fields, 'enter')]) {
    const refused = press(state, 'space');
    expect(refused.notice?.text).toContain('for all pairs at once, under What is merged');
    expect(refused.without).toEqual(state.without);
  }
});

test('a merge of two profiles in between leaves the file of merges as it was decided', () => {
  const chosen = press(on(read(press(atPairs(), 'e')), 'Last Name'), 'right');
  const home = press(chosen, ...Array<string>(14).fill('escape'));
  const between = press(choose(choose(home, 'merge'), 'merge'), 'escape', 'escape');
  const again = choose(choose(between, 'merge'), 'bulk-merge');
  expect(again.merge.file).toEqual(chosen.merge.file);
});

test('w shows a reason whole, over its step', () => {
  const fields = on(read(press(atPairs(), 'e')), 'Last Name');
  const why = press(fields, 'w');
  expect([why.overlay, stepNow(why)]).toEqual(['why', 'fields']);
  expect(press(why, 'escape')).toMatchObject({ overlay: null, merge: { fieldCursor: fields.merge.fieldCursor } });
});
