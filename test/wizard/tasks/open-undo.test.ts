import { expect, test } from 'vitest';
import type { Plan } from '../../../source/model/plan.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { systemRandom } from '../../../source/system-ports.ts';
import { chooseTypes } from '../../../source/transfer/choose-types.ts';
import { readEarlier } from '../../../source/transfer/read-earlier.ts';
import { runPlan } from '../../../source/transfer/run-plan.ts';
import type { UndoStart } from '../../../source/wizard/task.ts';
import { freezePlan } from '../../../source/worker/start-worker.ts';
import { STANDARD } from '../../merge/given.ts';
import { ACTOR, givenStore, openAt, writeAt } from '../../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../../transfer/given-plan.ts';
import { NEVER } from '../../transfer/given-run.ts';
import { deskAt, perform } from './given-desk.ts';

const PAIRS = pairsOf([19, 21], [20, 22]);

/** Runs `plan` as run `run` of the store in `folder`, as a worker does. */
async function carryOut(folder: string, run: string, plan: Plan): Promise<void> {
  await freezePlan(nodeDisk, systemRandom, folder, run, plan);
  const { store, writer } = await writeAt(folder);
  const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
  const request = { run, plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, earlier, stop: NEVER };
  for await (const event of runPlan(request)) expect(event.run).toBe(run);
  await writer.close();
}

/** A store in which run "one" has carried both pairs. */
async function givenCarried(): Promise<string> {
  const { folder, data } = await givenStore(60);
  const carried = chooseTypes(STANDARD, 'transfer', {});
  await carryOut(folder, 'one', planOn(data, PAIRS, { carried }));
  return folder;
}

type Opening = { kind: 'open-undo'; run: string; pairs: UndoStart['pairs'] } | { kind: 'retry-undo'; run: string };

async function startOf(job: Opening, folder: string): Promise<UndoStart> {
  const action = await perform(job, await deskAt(folder));
  if (action.type === 'task-done' && action.result.kind === job.kind && 'start' in action.result) {
    return action.result.start;
  }
  throw new Error(JSON.stringify(action));
}

type Wish = Pick<UndoStart, 'run' | 'pairs' | 'overwriteChanged'> & { types: string[] | null };

async function undoPlan(wish: Wish, folder: string): Promise<Plan> {
  const action = await perform({ kind: 'plan-undo', ...wish }, await deskAt(folder));
  if (action.type === 'task-done' && action.result.kind === 'plan-undo') return action.result.plan;
  throw new Error(JSON.stringify(action));
}

const WHOLE: Wish = { run: 'one', pairs: null, types: null, overwriteChanged: false };

test('an undo begins with the pairs that stand and the data types of which something stands in them', async () => {
  const folder = await givenCarried();
  const start = await startOf({ kind: 'open-undo', run: 'one', pairs: null }, folder);
  expect(start).toMatchObject({ run: 'one', pairs: null, overwriteChanged: false });
  expect(start.named).toEqual([
    { source: 19, target: 21 },
    { source: 20, target: 22 },
  ]);
  const schedules = start.types.find(({ id }) => id === 'agent-schedules');
  expect(schedules?.records).toBeGreaterThan(0);
  expect(start.types.map(({ id }) => id)).not.toContain('badges');
  const plan = await undoPlan(WHOLE, folder);
  expect(new Set(start.types.map(({ id }) => id))).toEqual(
    new Set(plan.pairs.flatMap(({ undo }) => Object.keys(undo))),
  );
});

test('a data type that was put back already is not offered again', async () => {
  const folder = await givenCarried();
  await carryOut(folder, 'two', await undoPlan({ ...WHOLE, types: ['agent-schedules'] }, folder));
  const { types, named } = await startOf({ kind: 'open-undo', run: 'one', pairs: null }, folder);
  expect(named).toHaveLength(2);
  expect(types.map(({ id }) => id)).toContain('projects');
  expect(types.map(({ id }) => id)).not.toContain('agent-schedules');
});

test('a pair that was put back stands no more, in whatever way it is asked for', async () => {
  const folder = await givenCarried();
  const [john, james] = [
    { source: 19, target: 21 },
    { source: 20, target: 22 },
  ];
  await carryOut(folder, 'two', await undoPlan({ ...WHOLE, pairs: [john] }, folder));
  expect((await startOf({ kind: 'open-undo', run: 'one', pairs: null }, folder)).named).toEqual([james]);
  const desk = await deskAt(folder);
  expect(await perform({ kind: 'open-undo', run: 'one', pairs: [john] }, desk)).toMatchObject({
    type: 'task-failed',
    code: 'nothing-to-undo',
  });
  // What the undo did can itself be put back; then the pair stands again.
  expect((await startOf({ kind: 'open-undo', run: 'two', pairs: null }, folder)).named).toEqual([john]);
  await carryOut(folder, 'three', await undoPlan({ ...WHOLE, run: 'two' }, folder));
  expect((await startOf({ kind: 'open-undo', run: 'one', pairs: null }, folder)).named).toEqual([john, james]);
});

test('the failed pairs of an undo are opened again with its data types and its answer to changes', async () => {
  const folder = await givenCarried();
  const types = ['agent-schedules', 'projects'];
  const plan = await undoPlan({ ...WHOLE, types, overwriteChanged: true }, folder);
  await freezePlan(nodeDisk, systemRandom, folder, 'two', plan);
  const { writer } = await writeAt(folder);
  const about = { run: 'two', at: CLOCK.now().toISOString() };
  const pair = { source: 20, target: 22 };
  await writer.append([
    {
      kind: 'run-started',
      ...about,
      ...ACTOR,
      plan: plan.id,
      seal: plan.seal,
      operation: 'undo',
      undoOf: 'one',
      pairs: [pair],
    },
    { kind: 'pair-failed', ...about, ...pair, code: 'stale', reason: 'Changed meanwhile.' },
    { kind: 'run-finished', ...about, state: 'finished-with-errors' },
  ]);
  await writer.close();
  const start = await startOf({ kind: 'retry-undo', run: 'two' }, folder);
  expect(start).toMatchObject({ run: 'one', pairs: [pair], named: [pair], overwriteChanged: true });
  const kept = start.types.map(({ id }) => id).filter((id) => !start.without.has(id));
  // What rests on a declined type is locked, and so never declined by itself.
  expect(kept.filter((id) => id !== 'evaluation-statistics')).toEqual(types);
});

test('d shows what becomes of each record in an undo', async () => {
  const folder = await givenCarried();
  const plan = await undoPlan({ ...WHOLE, pairs: [{ source: 19, target: 21 }] }, folder);
  const action = await perform({ kind: 'records', plan, type: 'agent-schedules' }, await deskAt(folder));
  if (action.type !== 'task-done' || action.result.kind !== 'records') throw new Error(JSON.stringify(action));
  const { returned = 0, restored = 0 } = plan.pairs[0]?.undo['agent-schedules'] ?? {};
  const fates = action.result.lines.slice(1).map((line) => line.slice(0, 12).trim());
  expect(fates.filter((fate) => fate === 'returned')).toHaveLength(returned);
  expect(fates.filter((fate) => fate === 'restored')).toHaveLength(restored);
  expect(returned * restored).toBeGreaterThan(0);
});

test('after the undo of a run its people are as they were', async () => {
  const { folder, data } = await givenStore(60);
  await carryOut(folder, 'one', planOn(data, PAIRS, { carried: chooseTypes(STANDARD, 'transfer', {}) }));
  await carryOut(folder, 'two', await undoPlan(WHOLE, folder));
  const people = await (await openAt(folder)).people([19, 20, 21, 22]);
  expect([...people.values()]).toEqual(data.people.filter(({ id }) => people.has(id)));
});
