import { expect, test } from 'vitest';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { NOBODY } from '../../source/model/plan.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { carryAs, importAs, planUndoOn, undoAs, worldAt } from './given-undo.ts';

const NEW = 1001;
const ROWS = [
  { id: 19, set: { 'First Name': 'Johanna', Team: 'Retention', 'Employee ID': null } },
  { id: 21, set: { Login: 'jandrews', 'Enable Scheduling': true, 'Active?': false, Deactivated: '2026-02-01' } },
  { id: NEW, set: { 'First Name': 'Nora', 'Last Name': 'New', Email: 'nora@example.org', Roles: ['Agent'] } },
  { id: NEW + 1, set: { 'Last Name': 'Newer', Email: 'newer@example.org', 'Active?': false } },
];

/** Everybody as a text, to the byte. */
const textAt = async (folder: string) => JSON.stringify([...(await worldAt(folder)).values()]);

/** A store in which run "one" has imported the rows, and the text of everybody before. */
async function givenImport() {
  const { folder } = await givenStore(40);
  const before = await textAt(folder);
  const plan = await importAs(folder, 'one', ROWS);
  return { folder, before, plan };
}

test('an import sets what its rows say and leaves all else; whom it creates are there, with no records', async () => {
  const { folder } = await givenStore(40);
  const former = await worldAt(folder);
  const plan = await importAs(folder, 'one', ROWS);
  expect(plan.confirm).toBe('IMPORT 4 ERASE 1 DEACTIVATE 1');
  const people = await worldAt(folder);
  const john = former.get(19);
  const { 'Employee ID': _gone, ...profile } = john?.profile ?? {};
  expect(people.get(19)).toEqual({ ...john, firstName: 'Johanna', profile: { ...profile, Team: 'Retention' } });
  expect(people.get(21)).toMatchObject({ login: 'jandrews', active: false, records: former.get(21)?.records });
  expect(people.get(NEW)).toEqual({
    id: NEW,
    login: '',
    email: 'nora@example.org',
    firstName: 'Nora',
    lastName: 'New',
    active: true,
    access: 'user',
    profile: { Roles: ['Agent'] },
    mergedInto: null,
    records: {},
  });
  expect(people.get(NEW + 1)?.active).toBe(false);
  expect(people.size).toBe(former.size + 2);
});

test('its plan and that of its undo are read from their files as they were made', async () => {
  const { folder, plan } = await givenImport();
  expect(parsePlan(JSON.stringify(plan), 'plan.json')).toEqual(plan);
  const back = await planUndoOn(await openAt(folder), 'one');
  expect(parsePlan(JSON.stringify(back), 'undo.json')).toEqual(back);
  expect(back).toMatchObject({ confirm: 'UNDO 4', undoOf: { operation: 'import', isAgain: false } });
  expect(back.pairs.map(({ source }) => source.id)).toEqual(plan.pairs.map(({ source }) => source.id).toReversed());
});

test('undone, everybody is as before to the byte; redone, as after it; and so on', async () => {
  const { folder, before } = await givenImport();
  const after = await textAt(folder);
  await undoAs(folder, 'two', 'one');
  expect(await textAt(folder)).toBe(before);
  const again = await undoAs(folder, 'three', 'two');
  expect(again.undoOf).toMatchObject({ operation: 'import', isAgain: true });
  expect(again.pairs.filter(({ source }) => source.fingerprint === NOBODY).map(({ source }) => source.id)).toEqual([
    NEW,
    NEW + 1,
  ]);
  expect(await textAt(folder)).toBe(after);
  await undoAs(folder, 'four', 'three');
  expect(await textAt(folder)).toBe(before);
  const runs = await (await openAt(folder)).runs();
  expect(runs.map(({ id, counts }) => [id, counts.undone])).toEqual([
    ['four', 0],
    ['three', 4],
    ['two', 0],
    ['one', 4],
  ]);
});

test('what has changed since stays, unless it is to be overwritten; both can be undone', async () => {
  const { folder, before } = await givenImport();
  await importAs(folder, 'later', [
    { id: 19, set: { 'First Name': 'Jo' } },
    { id: NEW, set: { 'First Name': 'Nelly' } },
  ]);
  const spared = await undoAs(folder, 'spare', 'one');
  const changeOf = (plan: typeof spared, id: number) =>
    plan.pairs.find(({ source }) => source.id === id)?.undo[USER_INFORMATION];
  expect(changeOf(spared, 19)).toMatchObject({ outcome: 'partly', changed: 1, restored: 2, overwritten: 0 });
  expect(changeOf(spared, NEW)).toMatchObject({ outcome: 'left-alone', changed: 1, stuck: 0, removed: 0 });
  const people = await worldAt(folder);
  expect(people.get(19)).toMatchObject({ firstName: 'Jo' });
  expect(people.get(NEW)).toMatchObject({ firstName: 'Nelly' });
  expect(people.has(NEW + 1)).toBe(false);

  const over = await planUndoOn(await openAt(folder), 'one', {
    undoOf: { run: 'one', operation: 'import', isAgain: false, overwriteChanged: true },
  });
  expect(over.confirm).toBe('UNDO 2 OVERWRITE');
  expect(over.totals).toMatchObject({ overwritten: 2, removed: 1, restored: 1 });
  await undoAs(folder, 'over', 'one', {
    undoOf: { run: 'one', operation: 'import', isAgain: false, overwriteChanged: true },
  });
  expect(await textAt(folder)).toBe(before);
  await undoAs(folder, 'back', 'over');
  expect((await worldAt(folder)).get(NEW)).toMatchObject({ firstName: 'Nelly', lastName: 'New' });
});

test('whom it created and who owns data by now stays, whatever was asked for', async () => {
  const { folder } = await givenImport();
  await carryAs(folder, 'give', [[22, NEW]]);
  const undoOf = { run: 'one', operation: 'import', isAgain: false, overwriteChanged: true } as const;
  const plan = await undoAs(folder, 'two', 'one', { undoOf });
  const change = plan.pairs.find(({ source }) => source.id === NEW)?.undo[USER_INFORMATION];
  expect(change).toMatchObject({ outcome: 'left-alone', stuck: 1, removed: 0 });
  expect((await worldAt(folder)).has(NEW)).toBe(true);
  const pairs = (await (await openAt(folder)).run('one'))?.pairs;
  expect(pairs?.find(({ source }) => source === NEW)?.undone).toBeUndefined();
  // Once the data has gone back, so can the person.
  await undoAs(folder, 'three', 'give');
  await undoAs(folder, 'four', 'one');
  expect((await worldAt(folder)).has(NEW)).toBe(false);
});

test('where somebody else has the ID of whom an undo removed, nobody is brought back in their place', async () => {
  const { folder } = await givenImport();
  await undoAs(folder, 'two', 'one');
  await importAs(folder, 'other', [{ id: NEW, set: { 'Last Name': 'Other' } }]);
  const again = await undoAs(folder, 'three', 'two');
  const change = again.pairs.find(({ source }) => source.id === NEW)?.undo[USER_INFORMATION];
  expect(change).toMatchObject({ outcome: 'left-alone', stuck: 1 });
  expect((await worldAt(folder)).get(NEW)?.lastName).toBe('Other');
});
