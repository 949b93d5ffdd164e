import { expect, test } from 'vitest';
import { type ProfileWish, undoProfile } from '../../source/merge/undo-profile.ts';
import type { UserPatch } from '../../source/model/profile-field.ts';
import type { Person } from '../../source/model/user.ts';
import { givenPerson } from './given.ts';

const was: Person = { ...givenPerson(21), firstName: 'Jenny', profile: { Team: 'Care', Rank: '1' } };
const before: UserPatch = { firstName: 'Jenny', profile: { Team: 'Care', Rank: '1' } };
const after: UserPatch = { firstName: 'Jen', profile: { Team: 'Sales', Rank: '1', Locale: 'de' } };
const left: Person = { ...was, ...after };
const marked: Person = { ...givenPerson(19), mergedInto: 21 };
const ALL: ProfileWish = { fields: true, mark: true, overwriteChanged: false };

/** Takes back a merge of 19 into 21 that left them as above; `now` is the target since. */
function undo(now: Partial<Person>, wish: Partial<ProfileWish> = {}, source: Person = marked) {
  return undoProfile(
    { before: { mergedInto: null }, after: { mergedInto: 21 }, now: source },
    { before, after, now: { ...left, ...now } },
    { ...ALL, ...wish },
  );
}

test('every field goes back, one that the merge had added goes, and the mark comes off', () => {
  expect(undo({})).toEqual({
    source: { mergedInto: null },
    target: { firstName: 'Jenny', profile: { Team: 'Care', Rank: '1' } },
    change: { returned: 1, restored: 3, removed: 0, changed: 0, overwritten: 0, stuck: 0, outcome: 'put-back' },
  });
});

test('what the merge had left alone stays as it is now', () => {
  const { target } = undo({ profile: { ...left.profile, Rank: '9' } });
  expect(target?.profile).toEqual({ Team: 'Care', Rank: '9' });
});

test.each<[string, Partial<Person>, Partial<ProfileWish>, Person['profile'], string, number]>([
  ['stays', { profile: { ...left.profile, Team: 'Night' } }, {}, { Team: 'Night', Rank: '1' }, 'partly', 1],
  [
    'is put back all the same',
    { profile: { ...left.profile, Team: 'Night' } },
    { overwriteChanged: true },
    { Team: 'Care', Rank: '1' },
    'overwritten',
    1,
  ],
])('a field that was changed since %s', (_what, now, wish, profile, outcome, changed) => {
  const { target, change } = undo(now, wish);
  expect(target?.profile).toEqual(profile);
  expect(change).toMatchObject({ outcome, changed });
});

test('where all of it was changed since, nothing goes back', () => {
  const elsewhere = { ...marked, mergedInto: 30 };
  const now = { firstName: 'J.', profile: { Team: 'Night', Locale: 'fr', Rank: '1' } };
  expect(undo(now, {}, elsewhere)).toEqual({
    source: null,
    target: null,
    change: { returned: 0, restored: 0, removed: 0, changed: 4, overwritten: 0, stuck: 0, outcome: 'left-alone' },
  });
});

test('what is back already counts as changed, and is taken as put back where changes are overwritten', () => {
  const counts = { returned: 0, restored: 0, removed: 0, changed: 4, overwritten: 0, stuck: 0, already: 4 };
  expect(undo(was, {}, givenPerson(19))).toEqual({
    source: null,
    target: null,
    change: { ...counts, outcome: 'left-alone' },
  });
  expect(undo(was, { overwriteChanged: true }, givenPerson(19)).change).toEqual({ ...counts, outcome: 'put-back' });
});

test('only the fields, or only the mark, where only that is wanted', () => {
  expect(undo({}, { mark: false })).toMatchObject({ source: null, change: { returned: 0, restored: 3 } });
  expect(undo({}, { fields: false })).toMatchObject({ target: null, change: { returned: 1, restored: 0 } });
});
