import { expect, test } from 'vitest';
import { USER_INFORMATION } from '../../../source/model/merge-choices.ts';
import { homeItems } from '../../../source/wizard/logic/home.ts';
import { courseRows, fieldRows } from '../../../source/wizard/logic/merge-choices.ts';
import { reviewTabs } from '../../../source/wizard/logic/review-tabs.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import {
  atCourses,
  atFields,
  atMergeReview,
  atProfiles,
  choose,
  jobOf,
  opened,
  operatorOf,
  planned,
  planOf,
  press,
  type,
} from '../given.ts';

const fieldOf = (state: State, name: string) => fieldRows(state).find(({ field }) => field === name);
/** With the cursor on the field or course of that name. */
function on(state: State, name: string): State {
  const isFields = stepNow(state) === 'fields';
  const names = isFields ? fieldRows(state).map(({ field }) => field) : courseRows(state).map(({ course }) => course);
  return press(state, ...Array<string>(names.indexOf(name) + 1).fill('down'));
}

test('a merge asks for the source first, then for the destination, and shows both before anything is decided', () => {
  const state = choose(choose(opened(), 'merge'), 'merge');
  expect(stepNow(state)).toBe('merge-source');
  const source = press(type(press(state, 'tab'), 'john smith'), 'enter');
  expect([stepNow(source), source.chosen]).toEqual(['merge-target', { source: 19, target: null }]);
  const itself = press(type(source, 'john smith'), 'enter');
  expect(itself.notice?.text).toContain('is the source already');
  const profiles = press(type(source, 'jenny andrews'), 'enter');
  expect(jobOf(profiles, 'open-profiles')).toMatchObject({ source: 19, target: 21 });
  expect(stepNow(press(profiles, 'enter'))).toBe('profiles');
});

test('who may transfer but not edit users is not offered a merge, and is told why', () => {
  const admin = operatorOf('admin');
  const items = (lacking: string) =>
    homeItems(opened({ operator: { ...admin, permissions: admin.permissions.filter((each) => each !== lacking) } }));
  const reasons = (lacking: string) =>
    Object.fromEntries(items(lacking).map(({ value, disabled }) => [value, disabled]));
  expect(reasons('users-edit').merge).toBe('admin lacks the permission "Users/Edit"');
  expect(reasons('users-edit').single).toBeUndefined();
  expect(reasons('transfer-user-data').merge).toBeUndefined();
  expect(reasons('transfer-user-data').single).toBe('admin lacks the permission "User Data Transfer"');
});

test('what was begun as a single transfer is let go of by a merge, which asks for the same people', () => {
  const merge = press(atProfiles(), 'escape', 'escape', 'escape', 'escape', 'escape', 'escape');
  expect(stepNow(merge)).toBe('home');
  const single = choose(merge, 'single');
  expect(single.chosen).toEqual({ source: null, target: null });
  expect(single.drafts).toEqual(['single']);
});

test('all that differs stands first, then what is locked, then what is the same; d shows only the first two', () => {
  const state = atFields();
  const ranks = fieldRows(state).map(({ differs, rule }) => (differs ? 0 : 2) + Number(rule.rule === 'keep-target'));
  expect(ranks).toEqual(ranks.toSorted());
  const only = press(state, 'd');
  expect(fieldRows(only).map(({ field }) => field)).toEqual(
    fieldRows(state).flatMap(({ field, differs }) => (differs ? field : [])),
  );
  expect(only.notice?.text).toContain('are the same and not shown');
  expect(fieldRows(press(only, 'd'))).toEqual(fieldRows(state));
});

test('the cursor stays on its field when the ones that are the same are hidden, and goes to the last where it was one', () => {
  const state = on(atFields(), 'Rank');
  expect(press(state, 'd').merge.fieldCursor).toBe(state.merge.fieldCursor);
  const same = fieldRows(state).findLast(({ differs }) => !differs)?.field ?? '';
  const hidden = press(on(atFields(), same), 'd');
  expect(hidden.merge.fieldCursor).toBe(fieldRows(hidden).length);
});

test('a value is taken from either side, and a single value never from both', () => {
  const state = on(atFields(), 'Last Name');
  expect(fieldOf(state, 'Last Name')).toMatchObject({ taken: 'source' });
  const target = press(state, 'right');
  expect(fieldOf(target, 'Last Name')).toMatchObject({ taken: 'target', why: 'You chose it.' });
  expect(fieldOf(press(target, 'left'), 'Last Name')).toMatchObject({ taken: 'source' });
  const both = press(target, 'b');
  expect(fieldOf(both, 'Last Name')).toMatchObject({ taken: 'target' });
  expect(both.notice?.text).toContain('Take one with ← or →');
  expect(fieldOf(press(target, 'r'), 'Last Name')).toMatchObject({ taken: 'source' });
});

test('a locked field says why and stays; rights are united only by b, and every right gained is named', () => {
  const login = press(on(atFields(), 'Login'), 'left');
  expect(login.notice?.text).toBe('Username: It says which account this is, so the target keeps its own.');
  expect(fieldOf(login, 'Login')).toMatchObject({ taken: 'target' });
  const views = on(atFields(), 'QM Views');
  expect(press(views, 'left').notice?.text).toContain('b takes both, with a warning');
  const gained = press(views, 'b');
  expect(gained.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('Sales and renewals') });
  expect(fieldOf(gained, 'QM Views')).toMatchObject({ taken: 'both' });
  expect(planOf(press(gained, 'enter', 'enter', 'enter')).warnings).toMatchObject([{ code: 'rights-gained' }]);
});

test('all source and all target leave locked fields alone, and never put an empty value over a filled one', () => {
  const state = press(atFields(), 't');
  const open = fieldRows(state).filter(({ differs, rule }) => differs && rule.rule === 'pick');
  expect(new Set(open.flatMap(({ taken, target }) => (target === null ? [] : taken)))).toEqual(new Set(['target']));
  expect(open.find(({ field }) => field === 'Company End Date')).toMatchObject({ target: null, taken: 'source' });
  const source = fieldRows(press(state, 's')).filter(({ differs, rule }) => differs && rule.rule === 'pick');
  expect(new Set(source.map(({ taken }) => taken))).toEqual(new Set(['source']));
  expect(fieldOf(press(state, 's'), 'Login')).toMatchObject({ taken: 'target' });
});

test('switched off, all of the target’s is kept and nothing can be taken', () => {
  const off = press(on(atFields(), 'Rank'), 'space');
  expect(off.without.has(USER_INFORMATION)).toBe(true);
  expect(new Set(fieldRows(off).map(({ taken }) => taken))).toEqual(new Set(['target']));
  for (const key of ['left', 's']) expect(press(off, key).notice?.text).toContain('User information is not merged');
  expect(fieldOf(press(off, 'space', 'left'), 'Rank')).toMatchObject({ taken: 'source' });
});

test('the better enrolment is proposed with the rule in words, and can be overridden course by course', () => {
  const state = on(atCourses(), 'Fire safety');
  const rowOf = (after: State, name: string) => courseRows(after).find(({ course }) => course === name);
  expect(rowOf(state, 'Fire safety')).toMatchObject({ taken: 'source', isOpen: true });
  expect(rowOf(state, 'Fire safety')?.why).toContain('"completed" comes before "enrolled"');
  expect(rowOf(press(state, 'right'), 'Fire safety')).toMatchObject({ taken: 'target', why: 'You chose it.' });
  const left = press(on(atCourses(), 'Data protection'), 'right');
  expect(rowOf(left, 'Data protection')).toMatchObject({ taken: null });
  expect(left.notice?.text).toContain('stays with the source');
  const archived = press(on(atCourses(), 'Telephone system'), 'left');
  expect(archived.notice?.text).toContain('archived');
  expect(press(atCourses(), 'left').notice?.text).toContain('Go down to a course first');
});

test('what the steps show is what the plan says: fields, courses and switches', () => {
  const chosen = press(on(atFields(), 'Last Name'), 'right', 'enter');
  const courses = press(on(chosen, 'Fire safety'), 'right');
  const review = planned(press(courses, 'enter', 'enter'));
  const [pair] = review.plan?.pairs ?? [];
  const shown = fieldRows(courses).map(({ rule: _, differs: __, ...change }) => change);
  expect(shown.toSorted((left, right) => left.field.localeCompare(right.field))).toEqual(
    pair?.fields.toSorted((left, right) => left.field.localeCompare(right.field)),
  );
  const came = courseRows(courses).filter(({ taken, source }) => taken === 'source' && source !== null).length;
  expect(pair?.changes['course-enrolments']?.combined).toBe(came);
  expect(review.plan).toMatchObject({ operation: 'merge', choices: courses.merge.choices });
  const off = press(press(atFields(), 'space', 'enter'), 'space');
  expect(planOf(press(off, 'enter', 'enter')).carried).not.toContain('course-enrolments');
  expect(planOf(press(off, 'enter', 'enter')).carried).not.toContain(USER_INFORMATION);
});

test('the review has the tabs of the document, and e goes to the step that decides one and comes back', () => {
  const review = atMergeReview();
  expect(reviewTabs(review).map(({ label }) => label)).toEqual([
    'User Information',
    'Enrollments',
    'Transactions',
    'Badges',
    'Subscriptions',
    'Everything else',
    'Not merged',
    'Warnings',
  ]);
  const touched = reviewTabs(review).flatMap(({ types }) => types.map(({ id }) => id));
  expect(touched.toSorted()).toEqual(Object.keys(review.plan?.pairs[0]?.changes ?? {}).toSorted());
  for (const [moves, step] of [
    [0, 'fields'],
    [1, 'courses'],
    [3, 'types'],
  ] as const) {
    const there = press(review, ...Array<string>(moves).fill('right'), 'e');
    expect(stepNow(there)).toBe(step);
    for (const key of ['enter', 'escape']) {
      const back = press(there, key);
      expect([stepNow(back), back.reviewTab, jobOf(back, 'plan').operation]).toEqual(['review', moves, 'merge']);
    }
  }
});

test('choices belong to the two people: others are proposed afresh, and the first have theirs again', () => {
  const chosen = press(on(atFields(), 'Last Name'), 'right');
  const key = chosen.merge.choices.byPair['19:21'];
  expect(key?.fields).toEqual({ 'Last Name': 'target' });
  const picking = press(chosen, 'escape', 'escape', 'escape', 'escape');
  const other = press(type(picking, 'zoe oliveira'), 'enter');
  expect(jobOf(other, 'open-profiles')).toMatchObject({ source: 19, target: 10 });
  expect(other.merge).toMatchObject({ people: null, fieldCursor: 0 });
  expect(other.merge.choices.byPair['19:10']).toBeUndefined();
});
