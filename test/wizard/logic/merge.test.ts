import { expect, test } from 'vitest';
import { settleFields } from '../../../source/merge/settle-fields.ts';
import { USER_INFORMATION } from '../../../source/model/merge-choices.ts';
import { homeItems } from '../../../source/wizard/logic/home.ts';
import { courseRows, fieldRows } from '../../../source/wizard/logic/merge-choices.ts';
import { reviewTabs } from '../../../source/wizard/logic/review-tabs.ts';
import { makeLook } from '../../../source/wizard/look.ts';
import { aboutField } from '../../../source/wizard/screens/about-choice.ts';
import { fieldCells } from '../../../source/wizard/screens/field-rows.ts';
import { typeSwitchRows } from '../../../source/wizard/screens/type-switch-rows.ts';
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
  peopleOf,
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
  expect(planOf(press(gained, 'enter', 'enter', 'enter')).warnings).toContainEqual(
    expect.objectContaining({ code: 'rights-gained' }),
  );
});

test.each([
  ['s', 'source'],
  ['t', 'target'],
] as const)('%s is what --fields %s is, field by field, whatever was chosen before', (key, policy) => {
  const chosen = press(press(on(atFields(), 'Last Name'), 'right'), ...Array<string>(40).fill('up'));
  const state = press(press(on(chosen, 'QM Views'), 'b'), key);
  const { source, target } = peopleOf(19, 21);
  const { fields: rules } = state.world.catalogue;
  const settled = settleFields({ source, target, rules, isProfileMerged: true, policy, taken: {} }).fields;
  const takenOf = (fields: readonly { field: string; taken: string }[]) =>
    Object.fromEntries(fields.map(({ field, taken }) => [field, taken]));
  expect(takenOf(fieldRows(state))).toEqual(takenOf(settled));
  // It is said of as many lists that they are united as are.
  const united = fieldRows(state).filter(({ taken, differs }) => differs && taken === 'both').length;
  const said = /(\d+) lists? (is|are) united/.exec(state.notice?.text ?? '')?.[1] ?? '0';
  expect(Number(said)).toBe(united);
});

test('all target leaves an end date that only the source has with the source', () => {
  const state = press(atFields(), 't');
  expect(fieldOf(state, 'Company End Date')).toMatchObject({ target: null, taken: 'target' });
  expect(state.notice?.text).toContain('an empty one, too');
});

test('z takes back the last choice, however much it was about, and then the ones before it', () => {
  const chosen = press(on(atFields(), 'Last Name'), 'right');
  for (const key of ['r', 's', 't', 'x']) {
    const lost = press(chosen, key);
    expect([key, lost.merge.choices === chosen.merge.choices && lost.without === chosen.without]).toEqual([key, false]);
    const back = press(lost, 'z');
    expect(fieldOf(back, 'Last Name')).toMatchObject({ taken: 'target', why: 'You chose it.' });
    expect(back.notice?.text).toBe('Taken back: as it was before the last choice. 1 more can be, with z.');
    expect(fieldOf(press(back, 'z'), 'Last Name')).toMatchObject({ taken: 'source' });
  }
  expect(press(atFields(), 'z').notice?.text).toMatch(/^Nothing was decided/);
});

test('what was switched off by the dozen is taken back, too, and on the review the plan is made anew', () => {
  const review = atMergeReview();
  const types = press(press(press(review, 'e'), 'x', 'enter'), 'z');
  expect(types.without.size).toBe(0);
  expect(jobOf(types, 'plan').carried).toContain(USER_INFORMATION);
  const declined = press(press(atFields(), 'enter', 'enter'), 'down', 'space', 'a');
  expect([...press(declined, 'z').without]).toHaveLength(1);
});

test('Space switches all of it only on the switch itself, and on a field says what to press', () => {
  const field = press(on(atFields(), 'Rank'), 'space');
  expect(field.without.size).toBe(0);
  expect(field.notice?.text).toContain('x switches all of it on or off');
  expect(press(atFields(), 'space').without.has(USER_INFORMATION)).toBe(true);
  expect(press(on(atCourses(), 'Fire safety'), 'space').without.size).toBe(0);
});

test('a field of rights that both could have is not called locked, and how to leave it again is said', () => {
  const views = on(atFields(), 'QM Views');
  const row = fieldOf(views, 'QM Views');
  if (row === undefined) throw new Error('The field is missing');
  const cells = (each: typeof row) => fieldCells(each, makeLook({ ascii: false })).cells.at(-1);
  expect(cells(row)).toBe('target, or b');
  expect(aboutField(row, row.why)[0]).not.toContain('locked');
  const both = fieldOf(press(views, 'b'), 'QM Views') ?? row;
  expect(aboutField(both, both.why)[0]).toContain('→ leaves it as the target has it.');
  const login = fieldOf(views, 'Login') ?? row;
  expect(cells(login)).toBe('locked');
});

test('a data type of which the target’s is kept is not told of as merged', () => {
  const types = press(atCourses(), 'enter');
  const rows = typeSwitchRows(types);
  const rolesRow = rows.find(({ key }) => key === 'role-assignments');
  expect(rolesRow).toMatchObject({ isOn: false, locked: expect.stringContaining('Nobody gains rights') });
  const declined = press(press(atCourses(), 'x'), 'enter');
  const enrolments = typeSwitchRows(declined).find(({ key }) => key === 'course-enrolments');
  expect(enrolments).toMatchObject({ isOn: false, detail: 'Learning, only what both have' });
});

test('switched off, all of the target’s is kept and nothing can be taken', () => {
  const off = press(on(atFields(), 'Rank'), 'x');
  expect(off.without.has(USER_INFORMATION)).toBe(true);
  expect(new Set(fieldRows(off).map(({ taken }) => taken))).toEqual(new Set(['target']));
  for (const key of ['left', 's']) expect(press(off, key).notice?.text).toContain('User information is not merged');
  expect(fieldOf(press(off, 'x', 'left'), 'Rank')).toMatchObject({ taken: 'source' });
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
    'Enrolments',
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
