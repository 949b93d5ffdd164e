import { expect, test } from 'vitest';
import { changeProfile } from '../../source/merge/change-profile.ts';
import { undoRow } from '../../source/merge/undo-row.ts';
import type { FieldChange } from '../../source/model/change.ts';
import type { Person, ProfileValue } from '../../source/model/user.ts';
import { withImage } from '../../source/model/with-image.ts';
import { givenPerson } from './given.ts';

const fieldOf = (field: string, source: ProfileValue | null): FieldChange => ({
  field,
  source,
  target: null,
  taken: 'source',
  why: 'in the file',
});
const JOHN: Person = { ...givenPerson(19), firstName: 'John', profile: { Team: 'Sales', Rank: '2', Locale: 'en' } };

/** The person as the row leaves them, and its undo on whoever there is by then. */
function rowOn(person: Person | null, fields: Record<string, ProfileValue | null>) {
  const changes = Object.entries(fields).map(([field, value]) => fieldOf(field, value));
  const { before, after } = changeProfile(person, 19, changes);
  const left = withImage({ ...givenPerson(19), ...person }, after);
  const undo = (now: Person | null, but: { overwriteChanged?: boolean; isNamed?: () => boolean } = {}) =>
    undoRow({ before, after, person: now, overwriteChanged: false, isNamed: () => false, ...but });
  return { left, undo };
}

test('values go back, the erased ones too, and the columns stand in the order that they had', () => {
  const { left, undo } = rowOn(JOHN, { 'First Name': 'Jo', Team: null, Roles: ['Agent'] });
  const { after, change } = undo(left);
  expect(change).toMatchObject({ outcome: 'put-back', restored: 3, changed: 0 });
  expect(JSON.stringify(withImage(left, after))).toBe(JSON.stringify(JOHN));
});

test('nothing is done where all is as before already, and where the person is gone', () => {
  const { undo } = rowOn(JOHN, { 'First Name': 'Jo' });
  expect(undo(null)).toMatchObject({ after: { records: {} }, change: { outcome: 'left-alone', stuck: 1 } });
  expect(undo(JOHN).change).toMatchObject({ outcome: 'left-alone', changed: 1, already: 1 });
  expect(undo(JOHN, { overwriteChanged: true }).change).toMatchObject({ outcome: 'put-back', changed: 1 });
});

test('the state of the account is put back by itself', () => {
  const { left, undo } = rowOn(JOHN, { 'Active?': false, Team: 'Care' });
  const { after, change } = undo({ ...left, active: true });
  expect(change).toMatchObject({ outcome: 'partly', restored: 1, changed: 1 });
  expect(withImage({ ...left, active: true }, after)).toEqual({ ...JOHN, active: true });
});

test.each<[string, (left: Person) => Person, boolean, boolean]>([
  ['owns records', (left) => ({ ...left, records: { ccrs: [{ id: 1 }] } }), false, false],
  ['was merged into somebody', (left) => ({ ...left, mergedInto: 21 }), false, false],
  ['is named by others', (left) => left, true, false],
  ['has another name since', (left) => ({ ...left, firstName: 'Jim' }), false, true],
  ['has been deactivated since', (left) => ({ ...left, active: false }), false, true],
])('whom a row created and who %s stays', (_what, change, isNamed, mayGo) => {
  const { left, undo } = rowOn(null, { 'First Name': 'John', Team: 'Sales' });
  const now = change(left);
  expect(undo(now, { isNamed: () => isNamed })).toMatchObject({
    after: { id: 19, records: {} },
    change: { outcome: 'left-alone', changed: 1, stuck: mayGo ? 0 : 1, removed: 0 },
  });
  const over = undo(now, { isNamed: () => isNamed, overwriteChanged: true });
  expect(over.after.exists).toBe(mayGo ? false : undefined);
});

test('whom a row created goes, and comes back as they were', () => {
  const { left, undo } = rowOn(null, { 'First Name': 'John', 'Active?': false });
  const { before, after, change } = undo(left);
  expect(after).toEqual({ id: 19, records: {}, exists: false });
  expect(change).toMatchObject({ outcome: 'put-back', removed: 1, restored: 0 });
  const again = undoRow({ before, after, person: null, overwriteChanged: false, isNamed: () => false });
  expect(again.change).toMatchObject({ outcome: 'put-back', restored: 1 });
  expect(again.after.user).toMatchObject({ firstName: 'John', active: false });
});
