import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { makeUndo, type UndoWish } from '../../source/session/make-undo.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { carryAs, runAs, worldAt } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

async function undoAt(folder: string, run: string, wish: Partial<UndoWish> = {}): Promise<Plan> {
  const { session, context } = await deskAt(folder);
  return makeUndo({ run, pairs: null, types: null, overwriteChanged: false, ...wish }, session, context);
}

/** A store in which run "one" carried 21 into 22 and "two" 22 into 21; then "back" undid the first, which it took for undone. */
async function givenThereAndBack(): Promise<string> {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[21, 22]]);
  await carryAs(folder, 'two', [[22, 21]]);
  await runAs(folder, 'back', await undoAt(folder, 'one', { overwriteChanged: true }));
  return folder;
}

const toldOf = ({ warnings }: Plan) => warnings.filter(({ message }) => message.includes('counts as undone'));

test('data that goes back to where an undone run had it: the run is named, and what makes it count again', async () => {
  const folder = await givenThereAndBack();
  const plan = await undoAt(folder, 'two');
  expect(toldOf(plan)).toMatchObject([
    {
      code: 'later-run',
      message: expect.stringMatching(/^Run one, which had carried .*\(21\) into .*\(22\), was undone/),
      cure: expect.stringMatching(/handover undo back --pair 21:22$/),
    },
  ]);
});

test('the way that is named leads there: the run counts again, and data and marks agree', async () => {
  const folder = await givenThereAndBack();
  await runAs(folder, 'again', await undoAt(folder, 'back', { pairs: [{ source: 21, target: 22 }] }));
  const plan = await undoAt(folder, 'two', { overwriteChanged: true });
  expect(toldOf(plan)).toEqual([]);
  await runAs(folder, 'back-two', plan);
  expect((await (await openAt(folder)).run('one'))?.counts.undone).toBe(0);
  expect((await worldAt(folder)).get(21)?.records.ccrs).toBeUndefined();
});

test('nothing is told of a run that was undone before', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[21, 22]]);
  await runAs(folder, 'back', await undoAt(folder, 'one'));
  await carryAs(folder, 'two', [[22, 21]]);
  expect(toldOf(await undoAt(folder, 'two'))).toEqual([]);
});
