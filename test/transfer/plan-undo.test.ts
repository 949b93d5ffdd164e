import { expect, test } from 'vitest';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { textOf } from '../merge/given-world.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { carryAs, planUndoOn, undoAs, worldAt } from './given-undo.ts';

test('the last pair that ran is put back first, each on the people as those before it leave them', async () => {
  const { folder } = await givenStore(40);
  const before = textOf(await worldAt(folder));
  await carryAs(folder, 'one', [
    [21, 22],
    [19, 21],
    [20, 24],
  ]);
  const plan = await planUndoOn(await openAt(folder), 'one');
  expect(plan.pairs.map(({ source, target }) => [source.id, target.id])).toEqual([
    [20, 24],
    [19, 21],
    [21, 22],
  ]);
  expect(plan).toMatchObject({
    operation: 'undo',
    confirm: 'UNDO 3',
    undoOf: { run: 'one' },
    notMoved: [],
    retryOf: null,
  });
  expect(plan.pairs.every(({ changes }) => Object.keys(changes).length === 0)).toBe(true);
  const sum = plan.pairs.flatMap(({ undo }) => Object.values(undo)).reduce((all, { returned }) => all + returned, 0);
  expect(plan.totals).toMatchObject({ pairs: 3, returned: sum, changed: 0, combined: 0, kept: 0 });
  expect(sum).toBeGreaterThan(0);
  expect(parsePlan(JSON.stringify(plan), 'undo.json')).toEqual(plan);
  await undoAs(folder, 'back', 'one');
  expect(textOf(await worldAt(folder))).toBe(before);
});

test('a pair of which nobody looked up what was done is a mistake of the caller, not a plan', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[21, 22]]);
  const store = await openAt(folder);
  const earlier = { ...(await readEarlier(store, 'one')), pairs: new Map() };
  await expect(planUndoOn(store, 'one', { earlier })).rejects.toThrow('21:22');
});

test('the phrase says so where changes are overwritten, and only there', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[21, 22]]);
  const store = await openAt(folder);
  const people = await store.people([21, 22]);
  const target = people.get(22);
  if (target === undefined) throw new Error('Nobody');
  const brought = new Set((await planUndoOn(store, 'one')).pairs.flatMap(({ undo }) => Object.keys(undo)));
  const records = Object.fromEntries(
    Object.entries(target.records).map(([type, list]) => [
      type,
      brought.has(type) ? list.map((record) => ({ ...record, note: 'edited' })) : list,
    ]),
  );
  people.set(22, { ...target, records });
  const planOf = (overwriteChanged: boolean) =>
    planUndoOn(store, 'one', {
      people,
      undoOf: { run: 'one', operation: 'transfer', isAgain: false, overwriteChanged },
    });
  const [spared, lost] = [await planOf(false), await planOf(true)];
  expect(spared.totals).toMatchObject({ overwritten: 0 });
  expect(spared.totals.changed).toBeGreaterThan(0);
  expect([spared.confirm, lost.confirm]).toEqual(['UNDO 1', 'UNDO 1 OVERWRITE']);
  expect(lost.totals.overwritten).toBeGreaterThan(0);
});
