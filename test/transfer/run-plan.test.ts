import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { orderPairs } from '../../source/pairs/order-pairs.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, contentOf, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from './given-plan.ts';
import { givenRun, NEVER, runOn } from './given-run.ts';

test('an event for the beginning, each pair and the end, with the counts after it', async () => {
  const { plan, writer, folder } = await givenRun(60);
  const events = await runOn(writer, plan);
  await writer.close();
  expect(events[0]).toEqual({ event: 'run-started', run: 'one', pairs: 30, done: 0, failed: 0, left: 30 });
  expect(events.slice(1, -1)).toEqual(
    plan.pairs.map(({ source, target }, index) => ({
      event: 'pair-done',
      run: 'one',
      source: source.id,
      target: target.id,
      done: index + 1,
      failed: 0,
      left: 29 - index,
    })),
  );
  expect(events.at(-1)).toEqual({
    event: 'run-finished',
    run: 'one',
    state: 'succeeded',
    done: 30,
    failed: 0,
    left: 0,
  });
  expect(await (await openAt(folder)).run('one')).toMatchObject({
    state: 'succeeded',
    plan: plan.id,
    operator: 'admin',
  });
});

test('each event comes after what it tells can be read by another process', async () => {
  const { plan, writer, folder } = await givenRun(60);
  const reader = await openAt(folder);
  for await (const event of runPlan({
    run: 'one',
    plan,
    catalogue: STANDARD,
    writer,
    clock: CLOCK,
    actor: ACTOR,
    stop: NEVER,
  })) {
    await reader.refresh();
    const counts = (await reader.run('one'))?.counts;
    expect(counts?.done).toBeGreaterThanOrEqual(event.done);
  }
  await writer.close();
});

test('a person changed between plan and run, or gone: their pair fails, nothing of it is applied, the next go on', async () => {
  const { data, plan, writer, store } = await givenRun(20);
  const stranger = {
    ...plan,
    pairs: plan.pairs.map((pair) =>
      pair.source.id === 5 ? { ...pair, source: { ...pair.source, id: 999, name: 'Nobody Here' } } : pair,
    ),
  };
  const target = store.live.people.get(12);
  if (target === undefined) throw new Error('The store has no person 12');
  store.live.people.set(12, { ...target, lastName: 'Renamed' });
  const events = await runOn(writer, stranger);
  const failures = events.filter(({ event }) => event === 'pair-failed');
  expect(failures).toMatchObject([
    { source: 999, target: 6, code: 'unknown-user', reason: expect.stringContaining('Nobody Here (999)') },
    { source: 11, target: 12, code: 'stale', reason: expect.stringMatching(/Renamed \(12\).*changed since/) },
  ]);
  expect(events.at(-1)).toMatchObject({ state: 'finished-with-errors', done: 8, failed: 2, left: 0 });
  for (const id of [5, 6, 11]) expect(writer.person(id)).toEqual(data.people[id - 1]);
  expect(writer.run('one')?.pairs.flatMap(({ state, code }) => (state === 'failed' ? [code] : []))).toEqual([
    'unknown-user',
    'stale',
  ]);
  await writer.close();
});

test('a record that a rule cannot read fails its pair and no other', async () => {
  const { data, plan, writer, folder } = await givenRun(20);
  const holders = data.people.filter(({ records }) => records['agent-schedules'] !== undefined).map(({ id }) => id);
  const types = STANDARD.types.map((type) =>
    type.id === 'agent-schedules' ? { ...type, rule: 'unheard-of' as 'skip' } : type,
  );
  const events = await runOn(writer, plan, { catalogue: { ...STANDARD, types } });
  await writer.close();
  const hit = plan.pairs.filter(({ source, target }) => holders.includes(source.id) || holders.includes(target.id));
  expect(hit.length).toBeGreaterThan(0);
  expect(hit.length).toBeLessThan(plan.pairs.length);
  expect(events.filter(({ event }) => event === 'pair-failed')).toMatchObject(
    hit.map(({ source, target }) => ({
      source: source.id,
      target: target.id,
      code: 'unreadable-record',
      reason: expect.stringMatching(/rule/),
    })),
  );
  const { people } = await contentOf(await openAt(folder));
  for (const { source, target } of hit) {
    expect([people[source.id - 1], people[target.id - 1]]).toEqual([
      data.people[source.id - 1],
      data.people[target.id - 1],
    ]);
  }
});

test('of a chain whose first pair failed the next one fails too, and says so; other pairs go on', async () => {
  const { folder, data } = await givenStore(30);
  const plan = planOn(data, orderPairs(pairsOf([10, 11], [11, 12], [20, 21])));
  const { store, writer } = await writeAt(folder);
  const last = store.live.people.get(12);
  if (last === undefined) throw new Error('The store has no person 12');
  store.live.people.set(12, { ...last, active: !last.active });
  const events = await runOn(writer, plan);
  expect(events.slice(1)).toMatchObject([
    { event: 'pair-failed', source: 11, target: 12, code: 'stale', reason: expect.stringContaining('changed since') },
    { event: 'pair-failed', source: 10, target: 11, code: 'stale', reason: expect.stringContaining('an earlier pair') },
    { event: 'pair-done', source: 20, target: 21 },
    { event: 'run-finished', state: 'finished-with-errors' },
  ]);
  expect([writer.person(10), writer.person(11)]).toEqual([data.people[9], data.people[10]]);
  await writer.close();
});

test.each<[string, (plan: Plan) => Plan]>([
  ['carries more than it tells of', (plan) => ({ ...plan, carried: [...chooseTypes(STANDARD, 'transfer', {})] })],
  ['tells of more than it carries', (plan) => ({ ...plan, carried: ['agent-schedules'] })],
  [
    'tells of other numbers',
    (plan) => ({
      ...plan,
      pairs: plan.pairs.map((pair) => ({
        ...pair,
        changes: Object.fromEntries(
          Object.entries(pair.changes).map(([type, change]) => [type, { ...change, replaced: change.replaced + 1 }]),
        ),
      })),
    }),
  ],
])('a plan that %s carries nothing', async (_what, change) => {
  const { folder, data, writer } = await givenRun(30);
  const plan = planOn(data, pairsOf([19, 21]), { carried: new Set(['ccrs', 'agent-schedules']) });
  const events = await runOn(writer, change(plan));
  expect(events).toMatchObject([
    {},
    { event: 'pair-failed', code: 'refused', reason: 'The plan tells of other changes than its rules make.' },
    {},
  ]);
  await writer.close();
  const { people } = await contentOf(await openAt(folder));
  expect(people).toEqual(data.people);
});
