import { expect, test } from 'vitest';
import { readCarried } from '../../source/transfer/read-carried.ts';
import { fc } from '../helpers/fast-check.ts';
import { ALL_TYPES, ledgerOf, textOf } from '../merge/given-world.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { carryAs, undoAs, worldAt } from './given-undo.ts';

test('what a run did to each pair, by its journal, from before and behind a checkpoint', async () => {
  const { folder } = await givenStore(40);
  const before = await worldAt(folder);
  await carryAs(folder, 'one', [[19, 21]]);
  await carryAs(folder, 'two', [[20, 22]]);
  const after = await worldAt(folder);
  const carried = await readCarried(await openAt(folder), 'one');
  expect([...carried.keys()]).toEqual(['19:21']);
  const pair = carried.get('19:21');
  for (const [side, id] of [
    ['source', 19],
    ['target', 21],
  ] as const) {
    const types = Object.keys(pair?.after[side].records ?? {});
    expect(types.length).toBeGreaterThan(0);
    for (const type of types) {
      expect(pair?.before[side].records[type]).toEqual(before.get(id)?.records[type] ?? []);
      expect(pair?.after[side].records[type]).toEqual(after.get(id)?.records[type] ?? []);
    }
  }
});

test('what was put back already and went on from there is not put back a second time', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[19, 21]]);
  const done = (await readCarried(await openAt(folder), 'one')).get('19:21');
  const brought = Object.entries(done?.before.source.records ?? {}).flatMap(([type, { length }]) =>
    length ? type : [],
  );
  const some = new Set(brought.slice(0, 3));
  await undoAs(folder, 'part', 'one', { types: some });
  // The source has these again, and gives them to somebody else; the target is carried on as well.
  await carryAs(folder, 'two', [[19, 30]]);
  const now = ledgerOf(await worldAt(folder));
  const rest = await undoAs(folder, 'rest', 'one');
  expect(rest.pairs.flatMap(({ undo }) => Object.keys(undo)).filter((type) => some.has(type))).toEqual([]);
  const end = ledgerOf(await worldAt(folder));
  for (const [key, { owner }] of now) {
    if (some.has(key.split(' ')[0] ?? '')) expect(end.get(key)?.owner, key).toBe(owner);
  }
  expect((await (await openAt(folder)).run('one'))?.pairs).toMatchObject([{ undone: { by: ['part', 'rest'] } }]);
});

test('whatever is undone, redone and carried in between: no record stands twice, and in order all is as before', async () => {
  const pairs = fc.constantFrom<[number, number][]>(
    [[19, 21]],
    [[21, 30]],
    [
      [21, 30],
      [19, 21],
    ],
    [[19, 30]],
    [[30, 19]],
  );
  const act = fc.record({
    pairs,
    undoes: fc.option(fc.nat()),
    types: fc.subarray([...ALL_TYPES]),
    overwriteChanged: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 7 }), async (acts) => {
      const { folder } = await givenStore(40);
      const before = textOf(await worldAt(folder));
      const runs: string[] = [];
      for (const { pairs: wanted, undoes, types, overwriteChanged } of acts) {
        const run = `run-${runs.length}`;
        const undone = undoes === null ? undefined : runs[undoes % Math.max(runs.length, 1)];
        if (undone === undefined) await carryAs(folder, run, wanted);
        else
          await undoAs(folder, run, undone, {
            types: new Set(types),
            undoOf: { run: undone, operation: 'transfer', isAgain: false, overwriteChanged },
          });
        runs.push(run);
        ledgerOf(await worldAt(folder));
      }
      // Each run is undone whole, the newest first: every one is then as it was left.
      for (const run of runs.toReversed()) await undoAs(folder, `back-${run}`, run);
      const end = await worldAt(folder);
      ledgerOf(end);
      if (acts.every(({ undoes }) => undoes === null)) expect(textOf(end)).toBe(before);
    }),
    { numRuns: 25 },
  );
});
