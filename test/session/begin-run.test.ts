import { expect, test } from 'vitest';
import { findUnfinishedRun, refuseUnrunnable } from '../../source/session/begin-run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../transfer/given-plan.ts';
import { carryAs, importAs, planUndoOn, undoAs } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

test('a plan goes on with its own run that was stopped, unless something of that was put back since', async () => {
  const { folder, data } = await givenStore(40);
  const plan = planOn(data, pairsOf([19, 21], [20, 22]));
  await freezePlan(nodeDisk, systemRandom, folder, 'one', plan);
  const { writer } = await writeAt(folder);
  const stop = new AbortController();
  const request = {
    run: 'one',
    plan,
    catalogue: STANDARD,
    writer,
    clock: CLOCK,
    actor: ACTOR,
    stop: stop.signal,
    group: 1,
  };
  for await (const { event } of runPlan(request)) if (event === 'pair-done') stop.abort();
  await writer.close();
  const store = await openAt(folder);
  expect((await store.run('one'))?.counts).toMatchObject({ done: 1, left: 1 });
  expect(await findUnfinishedRun(store, plan)).toBe('one');
  expect(await findUnfinishedRun(store, { ...plan, id: 'another plan' })).toBe(null);
  await undoAs(folder, 'back', 'one');
  // At its end the first pair would not be carried, and the run would be called successful.
  expect(await findUnfinishedRun(await openAt(folder), plan)).toBe(null);
});

test.each<[string, (folder: string) => Promise<unknown>]>([
  [
    'a transfer',
    (folder) =>
      carryAs(folder, 'one', [
        [19, 21],
        [20, 22],
      ]),
  ],
  [
    'an import',
    (folder) =>
      importAs(folder, 'one', [
        { id: 19, set: { 'First Name': 'Jo' } },
        { id: 1001, set: { 'Last Name': 'New' } },
      ]),
  ],
])(
  'the undo of %s that was stopped goes on with its plan: what it has done itself is no reason against it',
  async (_what, carry) => {
    const { folder } = await givenStore(40);
    await carry(folder);
    const { store, writer } = await writeAt(folder);
    const plan = await planUndoOn(store, 'one');
    await freezePlan(nodeDisk, systemRandom, folder, 'back', plan);
    const stop = new AbortController();
    const earlier = await readEarlier(store, 'one');
    const request = { run: 'back', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, earlier, group: 1 };
    for await (const { event } of runPlan({ ...request, stop: stop.signal })) if (event === 'pair-done') stop.abort();
    await writer.close();
    const { session, context } = await deskAt(folder);
    expect(await findUnfinishedRun(session.store, plan)).toBe('back');
    await refuseUnrunnable(plan, session, 'back', context);
    await expect(refuseUnrunnable(plan, session, null, context)).rejects.toMatchObject({
      code: 'already-undone',
      exitStatus: 4,
    });
  },
);
