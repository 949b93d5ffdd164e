import { expect, test } from 'vitest';
import { checkSingle } from '../../source/pairs/check-single.ts';
import { makeUndo, type UndoWish } from '../../source/session/make-undo.ts';
import { givenPerson } from '../merge/given.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { planOn } from '../transfer/given-plan.ts';
import { runAs, undoAs, worldAt } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

type Pairs = readonly (readonly [number, number])[];

/** Merges these pairs, as the run of that name. */
function mergeAs(folder: string, run: string, pairs: Pairs) {
  return runAs(folder, run, async (store) => {
    const { id } = await store.info();
    const people = await store.people((await store.users()).map((user) => user.id));
    const rows = pairs.map(([source, target]) => ({ line: null, source, target }));
    return planOn({ id, people: [...people.values()] }, rows, { id: `plan of ${run}`, operation: 'merge' });
  });
}

async function undoAt(folder: string, wish: Partial<UndoWish> = {}) {
  const { session, context } = await deskAt(folder);
  return makeUndo({ run: 'one', pairs: null, types: null, overwriteChanged: false, ...wish }, session, context);
}

/** What speaks against merging these two now. */
async function problemsOf(folder: string, source: number, target: number) {
  const store = await openAt(folder);
  const people = await store.people([source, target]);
  const [one, other] = [people.get(source), people.get(target)];
  if (one === undefined || other === undefined) throw new Error('Nobody has these IDs');
  const donePairs = await store.donePairs('merge');
  return checkSingle(one, other, { operation: 'merge', view: null, donePairs }).problems;
}

async function coinsOf(folder: string, id: number): Promise<number> {
  const records = (await worldAt(folder)).get(id)?.records.coins ?? [];
  return records.reduce((sum, { coins }) => sum + Number(coins), 0);
}

/** A store in which 19 was merged into 21 and 21 into 22, by a run each. */
async function givenMerges(): Promise<string> {
  const { folder } = await givenStore(40);
  await mergeAs(folder, 'one', [[19, 21]]);
  await mergeAs(folder, 'two', [[21, 22]]);
  return folder;
}

test('nobody is merged into an account that was merged on: what came from it would count twice', async () => {
  const folder = await givenMerges();
  const [problem] = await problemsOf(folder, 22, 19);
  expect(problem).toMatchObject({ code: 'already-done' });
  expect(problem?.message).toMatch(/\(19\) was merged into user 21 already\.$/);
  expect(problem?.cure).toContain('handover undo one --pair 19:21');
  expect(await problemsOf(folder, 20, 21)).toHaveLength(1);
  expect(await problemsOf(folder, 20, 22)).toEqual([]);
});

test('a merge of which something still stands counts as one, though its source has no mark any more', async () => {
  const { folder } = await givenStore(40);
  await mergeAs(folder, 'one', [[19, 21]]);
  await mergeAs(folder, 'two', [[20, 21]]);
  await undoAs(folder, 'back', 'one', { types: new Set((await undoAt(folder)).carried) });
  expect((await worldAt(folder)).get(19)?.mergedInto).toBeNull();
  for (const [source, target] of [
    [21, 19],
    [19, 22],
  ] as const) {
    const [problem] = await problemsOf(folder, source, target);
    expect(problem?.message).toContain('(19) was merged into');
    expect(problem?.message).toContain('some of that still stands');
  }
});

test('a merge whose target was merged on is put back only together with that, or after it', async () => {
  const folder = await givenMerges();
  const alone = await undoAt(folder);
  expect(alone.pairs).toEqual([]);
  expect(alone.warnings).toMatchObject([
    {
      code: 'not-undoable',
      message: expect.stringMatching(/^Not put back: .*\(21\) was merged into user 22 already\.$/),
      cure: expect.stringMatching(/The way there: handover undo two --pair 21:22$/),
    },
  ]);
  const types = new Set(alone.carried);
  await undoAs(folder, 'back-two', 'two', { types });
  expect((await undoAt(folder)).pairs).toHaveLength(1);
});

test('a chain of merges of one run is put back whole, and its first pair not by itself', async () => {
  const { folder } = await givenStore(40);
  const before = await worldAt(folder);
  await mergeAs(folder, 'one', [
    [19, 21],
    [21, 22],
  ]);
  expect(await coinsOf(folder, 22)).toBe(
    [19, 21, 22]
      .flatMap((id) => before.get(id)?.records.coins ?? [])
      .reduce((sum, { coins }) => sum + Number(coins), 0),
  );
  expect((await undoAt(folder, { pairs: [{ source: 19, target: 21 }] })).pairs).toEqual([]);
  const whole = await undoAt(folder);
  expect(whole.pairs.map(({ source }) => source.id)).toEqual([21, 19]);
  expect(whole.warnings).toEqual([]);
  await runAs(folder, 'back', whole);
  for (const id of [19, 21, 22]) expect((await worldAt(folder)).get(id)).toEqual(before.get(id));
});

test('some kinds of a chain are put back, and that is taken back in its turn', async () => {
  const { folder } = await givenStore(40);
  await mergeAs(folder, 'one', [
    [19, 21],
    [21, 22],
  ]);
  const merged = await worldAt(folder);
  await runAs(folder, 'back', await undoAt(folder, { types: new Set(['badges']) }));
  const again = await undoAt(folder, { run: 'back' });
  expect([again.pairs.length, again.warnings]).toEqual([2, []]);
  await runAs(folder, 'again', again);
  for (const id of [19, 21, 22]) expect((await worldAt(folder)).get(id)).toEqual(merged.get(id));
});

/** 1 has a badge and no coins, 3 and 4 have coins and no badge. */
async function givenThree(): Promise<string> {
  const people = [
    givenPerson(1, { badges: [{ id: 101, badge: 'b' }] }),
    givenPerson(3, { coins: [{ id: 301, coins: 64 }] }),
    givenPerson(4, { coins: [{ id: 401, coins: 256 }] }),
  ];
  const { folder } = await givenStore(0, { people });
  return folder;
}

test('a merge is not carried again past what came to the source since: it would stay there, in an account given up', async () => {
  const folder = await givenThree();
  await mergeAs(folder, 'one', [[1, 3]]);
  await runAs(folder, 'back', await undoAt(folder));
  await mergeAs(folder, 'two', [[4, 1]]);
  const again = await undoAt(folder, { run: 'back' });
  expect(again.pairs).toEqual([]);
  expect(again.warnings[0]?.message).toMatch(/^Not carried again: .* as since then there is a change in Coins\.$/);
  expect(again.warnings[0]?.cure).toBe('Merge the two anew: handover plan --operation merge --source 1 --target 3');
  expect(await problemsOf(folder, 1, 3)).toEqual([]);
});

test('a merge is not carried again where the target has the same thing from somebody else by now', async () => {
  const badge = (id: number) => givenPerson(id, { badges: [{ id: 100 + id, badge: 'shared' }] });
  const { folder } = await givenStore(0, { people: [badge(1), givenPerson(2, {}), badge(3)] });
  await mergeAs(folder, 'one', [[1, 2]]);
  await runAs(folder, 'back', await undoAt(folder));
  await mergeAs(folder, 'two', [[3, 2]]);
  const again = await undoAt(folder, { run: 'back' });
  expect(again.pairs).toEqual([]);
  expect(again.warnings.at(-1)?.cure).toContain('Merge the two anew');
  await mergeAs(folder, 'three', [[1, 2]]);
  expect((await worldAt(folder)).get(2)?.records.badges).toHaveLength(1);
});

test('where something of the old merge still stands, the way to merge anew begins with putting that back', async () => {
  const folder = await givenThree();
  await mergeAs(folder, 'one', [[3, 1]]);
  await runAs(folder, 'back', await undoAt(folder, { types: new Set(['coins']) }));
  await mergeAs(folder, 'two', [[4, 1]]);
  const { pairs, warnings } = await undoAt(folder, { run: 'back' });
  expect(pairs).toEqual([]);
  expect(warnings.at(-1)?.cure).toBe(
    'Put back first what still stands of that merge, with "handover undo one --pair 3:1"; then merge the two anew: handover plan --operation merge --source 3 --target 1',
  );
});

test('what was merged elsewhere since is not merged again, and the warning names the way there', async () => {
  const { folder } = await givenStore(40);
  await mergeAs(folder, 'one', [[19, 21]]);
  await runAs(folder, 'back', await undoAt(folder));
  await mergeAs(folder, 'two', [[19, 22]]);
  const again = await undoAt(folder, { run: 'back' });
  expect(again.pairs).toEqual([]);
  expect(again.warnings).toMatchObject([{ cure: expect.stringMatching(/handover undo two --pair 19:22$/) }]);
});
