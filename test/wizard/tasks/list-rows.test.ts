import { expect, test } from 'vitest';
import { makeUndo } from '../../../source/session/make-undo.ts';
import { listRecords } from '../../../source/wizard/tasks/list-records.ts';
import { givenStore } from '../../store/given-store.ts';
import { importAs, undoAs } from '../../transfer/given-undo.ts';
import { deskAt } from './given-desk.ts';

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
