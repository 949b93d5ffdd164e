import { expect, test } from 'vitest';
import { makeUndo } from '../../../source/session/make-undo.ts';
import { listRecords } from '../../../source/wizard/tasks/list-records.ts';
import { givenStore } from '../../store/given-store.ts';
import { importAs, undoAs } from '../../transfer/given-undo.ts';
import { deskAt, perform } from './given-desk.ts';

/** What the review of an undo of run `run` lists. */
async function linesAt(folder: string, run: string, overwriteChanged = false): Promise<string[]> {
  const desk = await deskAt(folder);
  const plan = await makeUndo({ run, pairs: null, types: null, overwriteChanged }, desk.session, desk.context);
  return listRecords(plan, 'user-information', desk);
}

test('what the undo of an import puts back is listed by person and value; who goes or comes back, by name', async () => {
  const { folder, data } = await givenStore(40);
  const john = data.people.find(({ id, active }) => id > 20 && active);
  if (john === undefined) throw new Error('Nobody is active');
  const { id, firstName, lastName } = john;
  await importAs(folder, 'one', [
    { id, set: { 'First Name': 'Jo', Team: null, 'Active?': false } },
    { id: 1001, set: { 'First Name': 'Nora', 'Last Name': 'New' } },
  ]);
  expect(await linesAt(folder, 'one')).toEqual([
    'User information',
    'REMOVED  Nora New (1001)',
    `Jo ${lastName} (${id}), First Name: Jo → ${firstName}`,
    `Jo ${lastName} (${id}), Team: (empty) → ${String(john.profile.Team)}`,
    `Jo ${lastName} (${id}), Active?: no → yes`,
  ]);
  await undoAs(folder, 'two', 'one');
  expect(await linesAt(folder, 'two')).toContain('BROUGHT BACK  Nora New (1001)');
});

test('what has changed since is listed as what stays, or as what is lost; of a plan that is out of date no value is', async () => {
  const { folder, data } = await givenStore(40);
  const john = data.people.find(({ id, active }) => id > 20 && active);
  if (john === undefined) throw new Error('Nobody is active');
  const { id, firstName, lastName } = john;
  await importAs(folder, 'one', [{ id, set: { 'First Name': 'Jo' } }]);
  const desk = await deskAt(folder);
  const wish = { run: 'one', pairs: null, types: null, overwriteChanged: false };
  const before = await makeUndo(wish, desk.session, desk.context);
  await importAs(folder, 'two', [{ id, set: { 'First Name': 'Joan' } }]);
  const name = `Joan ${lastName} (${id}), First Name: Joan`;
  expect(await linesAt(folder, 'one')).toContain(`${name} stays, changed since; before the run ${firstName}`);
  expect(await linesAt(folder, 'one', true)).toContain(`${name} → ${firstName} (changed since: that is LOST)`);
  expect(await listRecords(before, 'user-information', await deskAt(folder))).toEqual([
    'User information',
    `The values of Jo ${lastName} (${id}) are not told: the store is not as the plan saw it.`,
  ]);
});

test('with the plan of the undo of an import comes how many accounts it opens again, and how many it closes', async () => {
  const { folder, data } = await givenStore(40);
  const [one, other] = data.people.filter(({ id, active }) => id > 20 && active);
  const [closed] = data.people.filter(({ id, active }) => id > 20 && !active);
  if (one === undefined || other === undefined || closed === undefined) throw new Error('Too few people');
  await importAs(folder, 'one', [
    { id: one.id, set: { 'Active?': false } },
    { id: other.id, set: { 'Active?': false, Team: null } },
    { id: closed.id, set: { 'Active?': true } },
    { id: 1001, set: { 'First Name': 'Nora', 'Last Name': 'New' } },
  ]);
  const desk = await deskAt(folder);
  const job = { kind: 'plan-undo', run: 'one', pairs: null, types: null, overwriteChanged: false } as const;
  expect(await perform(job, desk)).toMatchObject({ result: { accounts: { reactivated: 2, deactivated: 1 } } });
  const { pairs } = await undoAs(folder, 'two', 'one');
  expect(pairs.every(({ fields }) => fields.length === 0)).toBe(true);
  const again = await perform({ ...job, run: 'two' }, await deskAt(folder));
  expect(again).toMatchObject({ result: { accounts: { reactivated: 1, deactivated: 2 } } });
});
