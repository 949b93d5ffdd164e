import { expect, test } from 'vitest';
import { carryPair, countsOf } from '../../source/transfer/carry-pair.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { STANDARD } from '../merge/given.ts';
import { personIn } from '../merge/given-world.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { carryAs, planUndoOn, worldAt } from './given-undo.ts';

test('a pair of an undo is worked out from what its run did, with the numbers that are not zero', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[19, 21]]);
  const store = await openAt(folder);
  const world = await worldAt(folder);
  const people = { source: personIn(world, 19), target: personIn(world, 21) };
  const plan = await planUndoOn(store, 'one');
  const earlier = await readEarlier(store, 'one');
  const carried = carryPair({ plan, catalogue: STANDARD, earlier }, people);
  expect(carried.after).toEqual({
    source: expect.objectContaining({ id: 19, records: earlier.pairs.get('19:21')?.before.source.records }),
    target: expect.objectContaining({ id: 21, records: earlier.pairs.get('19:21')?.before.target.records }),
  });
  expect(carried.counts.ccrs).toEqual({ returned: plan.pairs[0]?.undo.ccrs?.returned });
  expect(carried).not.toHaveProperty('partly');
  const some = { ...plan, carried: ['ccrs'] };
  expect(carryPair({ plan: some, catalogue: STANDARD, earlier }, people)).toMatchObject({ partly: true });
});

test('an undo of a pair that its run never did is refused by name of the run', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[19, 21]]);
  const store = await openAt(folder);
  const world = await worldAt(folder);
  const people = { source: personIn(world, 20), target: personIn(world, 21) };
  const request = {
    plan: await planUndoOn(store, 'one'),
    catalogue: STANDARD,
    earlier: await readEarlier(store, 'one'),
  };
  expect(() => carryPair(request, people)).toThrow('run one');
  expect(() => carryPair({ ...request, earlier: undefined }, people)).toThrow('run one');
});

test('only numbers count, and only those that are not zero', () => {
  const things = { rule: 'combine', combined: 2, kept: 0 };
  expect(countsOf({ things, others: { kept: 0 } })).toEqual({
    things: { combined: 2 },
    others: {},
  });
});
