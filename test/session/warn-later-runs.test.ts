import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { makeUndo, type UndoWish } from '../../source/session/make-undo.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { givenStore } from '../store/given-store.ts';
import { planOn } from '../transfer/given-plan.ts';
import { carryAs, runAs, undoAs } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

async function undoAt(folder: string, wish: Partial<UndoWish> = {}): Promise<Plan> {
  const { session, context } = await deskAt(folder);
  return makeUndo({ run: 'one', pairs: null, types: null, overwriteChanged: false, ...wish }, session, context);
}

const laterOf = ({ warnings }: Plan) => warnings.filter(({ code }) => code === 'later-run');

/** A store in which run "one" carried 19 into 21, then run "two" 20 into 21 and 30 into 31, then run "three" 21 into 22. */
async function givenLater(): Promise<string> {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[19, 21]]);
  await carryAs(folder, 'two', [
    [20, 21],
    [30, 31],
  ]);
  await carryAs(folder, 'three', [[21, 22]]);
  return folder;
}

test('later runs that touched the same people and kinds of data are named, the newest first', async () => {
  const plan = await undoAt(await givenLater());
  expect(laterOf(plan).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^After it, run three carried .*\(21\) into .*\(22\), with \d+ kinds of data /),
    expect.stringMatching(/^After it, run two carried .*\(20\) into .*\(21\), with \d+ kinds of data /),
  ]);
  expect(laterOf(plan)[0]?.cure).toContain('Undo run three first');
  expect(plan.undoOf?.laterRuns).toEqual(['three', 'two']);
  const [pair] = plan.pairs;
  const types = Object.keys(pair?.later ?? {});
  expect(types.length).toBeGreaterThan(0);
  expect(Object.keys(pair?.undo ?? {})).toEqual(expect.arrayContaining(types));
  expect(parsePlan(JSON.stringify(plan), 'undo.json')).toEqual(plan);
});

test('a run before it, one of other people, one that was undone, and an undo itself are no later runs', async () => {
  const folder = await givenLater();
  const last = await undoAt(folder, { run: 'three' });
  expect([laterOf(last), last.undoOf?.laterRuns]).toEqual([[], undefined]);
  const others = await undoAt(folder, { run: 'two', pairs: [{ source: 30, target: 31 }] });
  expect(laterOf(others)).toEqual([]);
  await undoAs(folder, 'back-three', 'three');
  expect((await undoAt(folder)).undoOf?.laterRuns).toEqual(['two']);
  await undoAs(folder, 'back-two', 'two');
  expect(laterOf(await undoAt(folder))).toEqual([]);
});

test('a later run that touched only other kinds of data than those chosen is none', async () => {
  const { folder } = await givenStore(40);
  await carryAs(folder, 'one', [[19, 21]]);
  await runAs(folder, 'two', async (store) => {
    const people = [...(await store.people([20, 21])).values()];
    const pairs = [{ line: null, source: 20, target: 21 }];
    return planOn({ id: (await store.info()).id, people }, pairs, {
      id: 'plan of two',
      carried: new Set(['projects']),
    });
  });
  const [pair] = (await undoAt(folder)).pairs;
  expect(pair?.later).toEqual({ projects: ['two'] });
  expect(laterOf(await undoAt(folder, { types: new Set(['projects']) }))).toHaveLength(1);
  expect(laterOf(await undoAt(folder, { types: new Set(['agent-schedules']) }))).toEqual([]);
});

test('a later merge is told of as one', async () => {
  const { folder } = await givenStore(40);
  const mergeAs = (run: string, source: number, target: number) =>
    runAs(folder, run, async (store) => {
      const people = [...(await store.people([source, target])).values()];
      const pairs = [{ line: null, source, target }];
      return planOn({ id: (await store.info()).id, people }, pairs, { id: `plan of ${run}`, operation: 'merge' });
    });
  await mergeAs('one', 19, 21);
  await mergeAs('two', 20, 21);
  expect(laterOf(await undoAt(folder)).map(({ message }) => message)).toEqual([
    expect.stringMatching(/^After it, run two merged .*\(20\) into .*\(21\), with /),
  ]);
});
