import { expect, test } from 'vitest';
import { listedDuplicates, markedDuplicates } from '../../../source/wizard/logic/duplicates.ts';
import { aboutDuplicate, markedText } from '../../../source/wizard/screens/duplicates-words.ts';
import { hasUnsavedMendings, type State, stepNow } from '../../../source/wizard/state.ts';
import { wayTitle } from '../../../source/wizard/way-title.ts';
import { choose, finish, jobOf, opened, peopleOf, press, type } from '../given.ts';
import { atDuplicates, duplicatesOf } from '../given-duplicates.ts';

const idsOf = (state: State) => listedDuplicates(state).map(({ source, target }) => `${source.id}:${target.id}`);
const markedIn = (state: State) => markedDuplicates(state).map(({ source, target }) => `${source.id}:${target.id}`);

test('duplicates are looked for once the list is opened, and again the next time; Escape gives it up', () => {
  const asked = choose(choose(opened(), 'merge'), 'duplicates');
  expect([stepNow(asked), asked.mode]).toEqual(['duplicates', null]);
  expect(jobOf(asked, 'find-duplicates')).toBeDefined();
  expect(press(asked, 'escape').task).toBeNull();
  const back = press(atDuplicates(), 'escape');
  expect(stepNow(back)).toBe('merge');
  expect(jobOf(choose(back, 'duplicates'), 'find-duplicates')).toBeDefined();
});

test('they are found by a name, an ID, and the reason, and each says why and who is kept', () => {
  const state = atDuplicates();
  expect(idsOf(state)).toEqual(['20:22', '23:24', '25:24']);
  expect(idsOf(type(state, 'address'))).toEqual(['20:22']);
  expect(idsOf(type(state, 'same 24'))).toEqual(['23:24', '25:24']);
  expect(idsOf(press(type(state, 'zzz'), 'escape'))).toEqual(['20:22', '23:24', '25:24']);
  const [first] = listedDuplicates(state);
  expect(first === undefined ? '' : aboutDuplicate(first)).toBe(
    '95 of 100: the same e-mail address. James Anderson (20), inactive, james.anderson, is merged into Sam Rodgers (22), active, sam.rodgers, who is kept.',
  );
});

test('Enter begins the merge of the two under the cursor, both being chosen; Escape comes back to the list', () => {
  const asked = press(atDuplicates(), 'down', 'enter');
  expect([stepNow(asked), asked.mode]).toEqual(['profiles', 'merge']);
  expect(jobOf(asked, 'open-profiles')).toEqual({ kind: 'open-profiles', source: 23, target: 24 });
  const profiles = finish(asked, { kind: 'open-profiles', people: peopleOf(23, 24) });
  expect(stepNow(press(profiles, 'enter'))).toBe('fields');
  const back = press(profiles, 'escape');
  expect([stepNow(back), back.mode, back.duplicates.cursor, back.task]).toEqual(['duplicates', null, 1, null]);
});

test('an arrow turns round who is merged into whom', () => {
  const turned = press(atDuplicates(), 'right');
  expect(idsOf(turned)[0]).toBe('22:20');
  expect(turned.notice?.text).toBe(
    'The other way round: Sam Rodgers (22) is merged into James Anderson (20), who is kept.',
  );
  expect(press(turned, 'enter').chosen).toEqual({ source: 22, target: 20 });
  expect(idsOf(press(turned, 'left'))[0]).toBe('20:22');
  expect(markedIn(press(atDuplicates(), 'tab', 'right'))).toEqual(['22:20']);
});

test('nobody is marked twice, one by one or all at once', () => {
  const one = press(atDuplicates(), 'down', 'tab', 'down', 'tab');
  expect(markedIn(one)).toEqual(['23:24']);
  expect(one.notice?.text).toContain('(24) is in another marked pair');
  const all = press(atDuplicates(), 'shift-tab');
  expect(markedIn(all)).toEqual(['20:22', '23:24']);
  expect(all.notice?.text).toMatch(/^1 pair is not marked/);
  expect(markedIn(press(all, 'shift-tab'))).toEqual([]);
});

test('several that are marked become a bulk merge, at its preview, and whatever the search hides is said', () => {
  const marked = type(press(atDuplicates(), 'shift-tab'), 'address');
  expect(markedText(marked)).toBe(
    '2 pairs marked, 1 of them not listed; Enter merges them, as a bulk merge, which you review first',
  );
  const preview = press(marked, 'enter');
  expect([stepNow(preview), preview.mode, preview.direction]).toEqual(['preview', 'bulk-merge', 'from-to']);
  expect(preview.preview.match?.pairs).toMatchObject([
    { source: 20, target: 22 },
    { source: 23, target: 24 },
  ]);
  expect(wayTitle(preview)).toBe('Bulk merge 1/8: Preview');
  expect(stepNow(press(preview, 'c'))).toBe('policy');
  expect(stepNow(press(preview, 'escape'))).toBe('duplicates');
});

test('one that is marked is merged, wherever the cursor is', () => {
  expect(press(atDuplicates(), 'tab', 'down', 'enter').chosen).toEqual({ source: 20, target: 22 });
});

test('pairs that were found are in no file: none is saved, none is lost, and a file begins anew', () => {
  const preview = press(press(atDuplicates(), 'shift-tab'), 'enter');
  expect(press(preview, 's').notice?.text).toContain('handover duplicates --out');
  const mended = choose(press(preview, 'enter'), 'leave-out');
  expect(mended.mendings.byLine.size).toBe(1);
  expect(hasUnsavedMendings(mended)).toBe(false);
  const file = choose(choose(press(mended, 'escape', 'escape', 'escape'), 'merge'), 'bulk-merge');
  expect([stepNow(file), file.file.loaded, file.file.isFound]).toEqual(['bulk', null, false]);
});

test('where nobody is found there is nothing to mark or to merge', () => {
  const none = atDuplicates(opened(), []);
  expect(stepNow(press(none, 'enter', 'tab', 'shift-tab', 'right'))).toBe('duplicates');
  expect(press(none, 'enter').task).toBeNull();
  expect(duplicatesOf()).toHaveLength(3);
});
