import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { Run } from '../../source/model/run.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { beginRun, findUnfinishedRun, refuseUnrunnable } from '../../source/session/begin-run.ts';
import { makeUndo } from '../../source/session/make-undo.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemClock, systemRandom, systemWait } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { followRun } from '../../source/worker/follow-run.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { type GivenRow, importOn } from '../transfer/given-import.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { NEVER } from '../transfer/given-run.ts';
import { importAs, undoAs, worldAt } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

const NEW = 1001;
const DEMO = makeDemo({ users: 40, seed: 7 });
const REGULAR = DEMO.people.filter(({ access, active }) => access === 'user' && active);
const [ONE = 0, TWO = 0, THREE = 0] = REGULAR.map(({ id }) => id);
const ACTIVE = DEMO.people.filter(({ active }) => active).length;

const given = (but: Partial<StoreData> = {}) => givenStore(40, { lastId: NEW - 1, ...but });

/**
 * Applies `plan` as somebody does who reads and thinks before the phrase is typed: `meanwhile` others do something.
 * @returns the run, once a worker of its own has come to its end
 */
async function applySlowly(folder: string, plan: Plan, meanwhile: () => Promise<unknown>): Promise<Run | null> {
  const { session, context } = await deskAt(folder);
  const unfinished = await findUnfinishedRun(session.store, plan);
  await refuseUnrunnable(plan, session, unfinished, context);
  await meanwhile();
  const id = await beginRun(plan, session, context, unfinished);
  const store = await openAt(folder);
  for await (const _ of followRun(store, id, NEVER, { wait: systemWait, clock: systemClock }));
  return store.run(id);
}

/** Begins `plan` as run `id` and stops after so many rows. */
async function stopAfter(folder: string, id: string, plan: Plan, rows: number): Promise<void> {
  await freezePlan(nodeDisk, systemRandom, folder, id, plan);
  const { writer } = await writeAt(folder);
  const stop = new AbortController();
  const request = { run: id, plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, group: 1 };
  for await (const { done } of runPlan({ ...request, stop: stop.signal })) if (done === rows) stop.abort();
  await writer.close();
}

const endsOf = (run: Run | null) => run?.pairs.map(({ source, state, reason }) => [source, state, reason ?? '']);

const IMPORTS: GivenRow[] = [ONE, TWO, THREE].map((id) => ({ id, set: { Email: `${id}@example.org` } }));

test('an address that was free when its undo was read, and is somebody’s by the time it runs, is not put back', async () => {
  const { folder } = await given();
  await importAs(folder, 'one', IMPORTS);
  const { session, context } = await deskAt(folder);
  const undo = await makeUndo({ run: 'one', pairs: null, types: null, overwriteChanged: false }, session, context);
  const Email = REGULAR[0]?.email.toUpperCase() ?? '';
  const run = await applySlowly(folder, undo, () =>
    importAs(folder, 'between', [{ id: NEW, set: { 'Last Name': 'New', Email } }]),
  );
  expect(new Map(endsOf(run)?.map(([id, state, reason]) => [id, [state, reason]]))).toEqual(
    new Map([
      [ONE, ['failed', expect.stringMatching(/the address of New \(1001\), who keeps it\.$/)]],
      [TWO, ['done', '']],
      [THREE, ['done', '']],
    ]),
  );
  expect((await worldAt(folder)).get(ONE)?.email).toBe(`${ONE}@example.org`);
});

test('a seat that was free when its import was read, and is taken by the time it runs, is not taken twice', async () => {
  const { folder } = await given({ settings: { ...DEMO.settings, seats: ACTIVE } });
  const row = (id: number): GivenRow => ({ id, set: { 'Last Name': 'New', Email: `${id}@example.org` } });
  await importAs(folder, 'one', [
    { id: ONE, set: { 'Active?': false } },
    { id: TWO, set: { 'Active?': false } },
  ]);
  const people = [...(await worldAt(folder)).values()];
  const { id } = await (await openAt(folder)).info();
  const run = await applySlowly(
    folder,
    importOn({ id, people }, [
      { id: ONE, set: { 'Active?': true } },
      { id: TWO, set: { 'Active?': true } },
    ]),
    () => importAs(folder, 'between', [row(NEW)]),
  );
  expect(run).toMatchObject({ state: 'finished-with-errors', counts: { done: 1, failed: 1, left: 0 } });
  expect(endsOf(run)?.at(-1)).toEqual([TWO, 'failed', expect.stringMatching(/no seat is left, .* raise the setting/)]);
  expect([...(await worldAt(folder)).values()].filter(({ active }) => active)).toHaveLength(ACTIVE);
});

test('a run of which something was put back while it was being read anew does not go on as if all of it stood', async () => {
  const { folder, data } = await given();
  const plan = importOn(data, IMPORTS);
  await stopAfter(folder, 'one', plan, 1);
  await expect(applySlowly(folder, plan, () => undoAs(folder, 'back', 'one'))).rejects.toMatchObject({
    code: 'stale-plan',
    exitStatus: 5,
    message: expect.stringContaining('run one'),
    hint: expect.stringContaining('handover runs show one'),
  });
  expect(await (await openAt(folder)).run('one')).toMatchObject({ state: 'stopped', counts: { done: 1, left: 2 } });
});

test('a run of which something was put back goes on where whoever wants that has seen it', async () => {
  const { folder, data } = await given();
  const plan = importOn(data, IMPORTS);
  await stopAfter(folder, 'one', plan, 1);
  await undoAs(folder, 'back', 'one');
  const { session, context } = await deskAt(folder);
  await beginRun(plan, session, context, 'one');
  const store = await openAt(folder);
  for await (const _ of followRun(store, 'one', NEVER, { wait: systemWait, clock: systemClock }));
  expect(await store.run('one')).toMatchObject({ state: 'succeeded', counts: { done: 3, left: 0, undone: 1 } });
});

test('of a worker that is killed once its run stands it is not said that nothing was changed, but how to go on', async () => {
  const { folder, data } = await given();
  const { session, context } = await deskAt(folder);
  const program = path.join(import.meta.dirname, 'dying-worker.ts');
  const refused = beginRun(importOn(data, IMPORTS), session, { ...context, program }, null);
  await expect(refused).rejects.toMatchObject({ code: 'worker-died' });
  const [run] = await (await openAt(folder)).runs();
  expect(run).toMatchObject({ state: 'interrupted', counts: { pairs: 3, left: 3 } });
  await expect(refused).rejects.toMatchObject({
    message: `The worker was killed (SIGKILL) before it said that it had begun. Run ${run?.id} stands: 0 of 3 rows done.`,
    hint: expect.stringMatching(/ Go on with it: handover apply \S+plan\.json --confirm 'IMPORT 3'$/),
  });
});
