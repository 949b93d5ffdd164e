import { expect, test } from 'vitest';
import { personFingerprint } from '../../source/merge/person-fingerprint.ts';
import type { Catalogue } from '../../source/model/catalogue.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Disk, StoreWriter } from '../../source/model/ports.ts';
import type { RunEvent } from '../../source/model/run.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';
import { orderPairs } from '../../source/pairs/order-pairs.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { contentOf, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from './given-plan.ts';

const NEVER = new AbortController().signal;

/** Runs `plan` on `writer` and gives its events; `onEvent` sees each as it comes. */
async function runOn(
  writer: StoreWriter,
  plan: Plan,
  but: { catalogue?: Catalogue; stop?: AbortSignal; onEvent?: (event: RunEvent) => unknown } = {},
): Promise<RunEvent[]> {
  const { catalogue = STANDARD, stop = NEVER, onEvent } = but;
  const events: RunEvent[] = [];
  for await (const event of runPlan({
    run: 'one',
    plan,
    catalogue,
    writer,
    clock: CLOCK,
    operator: 'admin',
    host: 'desk',
    stop,
  })) {
    events.push(event);
    onEvent?.(event);
  }
  return events;
}

/** A store of so many people with a plan of as many pairs as they make, all of them apart. */
async function givenRun(users: number, disk: Disk = nodeDisk) {
  const { folder, data } = await givenStore(users);
  const pairs = pairsOf(
    ...Array.from({ length: users / 2 }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2]),
  );
  return { folder, data, plan: planOn(data, pairs), ...(await writeAt(folder, disk)) };
}

function fingerprintOf(person: Person | undefined): string {
  return person === undefined ? 'gone' : personFingerprint(person);
}

/** The people of `data` who are in no pair of `among`, as they were. */
function others(data: StoreData, among: readonly { source: number; target: number }[]) {
  const touched = new Set(among.flatMap(({ source, target }) => [source, target]));
  return data.people.filter(({ id }) => !touched.has(id));
}

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
    operator: 'admin',
    host: 'desk',
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
  expect(writer.run('one')?.pairs.filter(({ state }) => state === 'failed')).toMatchObject(
    failures.map(({ event: _event, ...rest }) => ({ source: 'source' in rest && rest.source })),
  );
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

test('stopped, it leaves the rest as it was; gone on with, it does exactly the rest and nothing twice', async () => {
  const { data, plan, writer, folder } = await givenRun(120);
  const stop = new AbortController();
  const first = await runOn(writer, plan, {
    stop: stop.signal,
    onEvent: ({ done }) => {
      if (done === 20) stop.abort();
    },
  });
  const { done, left } = first.at(-1) ?? { done: 0, left: 0 };
  expect(first.at(-1)).toMatchObject({ event: 'run-finished', state: 'stopped', failed: 0 });
  expect([done >= 20, done < 60, done + left]).toEqual([true, true, 60]);
  await writer.close();
  const halfway = await openAt(folder);
  const untouched = others(
    data,
    plan.pairs.slice(0, done).map(({ source, target }) => ({ source: source.id, target: target.id })),
  );
  expect((await contentOf(halfway)).people.filter(({ id }) => untouched.some((person) => person.id === id))).toEqual(
    untouched,
  );

  const { store, writer: again } = await writeAt(folder);
  const second = await runOn(again, plan);
  expect(second.length).toBe(left + 2);
  expect(second[0]).toMatchObject({ event: 'run-started', pairs: 60, done, left });
  expect(second.at(-1)).toMatchObject({ state: 'succeeded', done: 60, left: 0 });
  const carried = [...first, ...second].flatMap((event) => (event.event === 'pair-done' ? [event.source] : []));
  expect(carried).toEqual(plan.pairs.map(({ source }) => source.id));

  const { folder: beside } = await givenStore(120);
  const { store: whole, writer: atOnce } = await writeAt(beside);
  await runOn(atOnce, plan);
  expect((await contentOf(store)).people).toEqual((await contentOf(whole)).people);
  await Promise.all([again.close(), atOnce.close()]);
});

test('stopped before the first pair it does nothing, and says so', async () => {
  const { data, plan, writer, store } = await givenRun(20);
  const events = await runOn(writer, plan, { stop: AbortSignal.abort() });
  expect(events).toMatchObject([
    { event: 'run-started' },
    { event: 'run-finished', state: 'stopped', done: 0, left: 10 },
  ]);
  expect((await contentOf(store)).people).toEqual(data.people);
  await writer.close();
});

test('what failed stays failed when a run goes on', async () => {
  const { plan, writer, store } = await givenRun(40);
  const person = store.live.people.get(3);
  if (person === undefined) throw new Error('The store has no person 3');
  store.live.people.set(3, { ...person, lastName: 'Renamed' });
  const stop = new AbortController();
  await runOn(writer, plan, { stop: stop.signal, onEvent: ({ failed }) => failed > 0 && stop.abort() });
  store.live.people.set(3, person);
  const events = await runOn(writer, plan);
  expect(events.some((event) => 'source' in event && event.source === 3)).toBe(false);
  expect(events.at(-1)).toMatchObject({ state: 'finished-with-errors', failed: 1, left: 0 });
  await writer.close();
});

test('a disk that becomes full in the middle: what was acknowledged is there after reopening, and the rest can follow', async () => {
  const disk = new FaultyDisk();
  const { data, plan, writer, folder } = await givenRun(120, disk);
  const acknowledged: number[] = [];
  let writes = 0;
  disk.fault = (call, path) => {
    if (call !== 'write' || !path.endsWith('.jsonl')) return undefined;
    writes += 1;
    if (writes === 4) return 1000;
    if (writes > 4) throw systemError('ENOSPC');
    return undefined;
  };
  const running = runOn(writer, plan, {
    onEvent: (event) => {
      if (event.event === 'pair-done') acknowledged.push(event.source);
    },
  });
  await expect(running).rejects.toMatchObject({ code: 'disk-full', message: expect.stringContaining(folder) });
  disk.fault = () => undefined;
  await writer.close();

  const { store, writer: again } = await writeAt(folder);
  expect(acknowledged.length).toBe(32);
  expect(again.run('one')?.pairs.flatMap(({ source, state }) => (state === 'done' ? [source] : []))).toEqual(
    acknowledged,
  );
  for (const { source, target } of plan.pairs.slice(32)) {
    expect(fingerprintOf(again.person(target.id))).toBe(target.fingerprint);
    expect(again.person(source.id)).toEqual(data.people[source.id - 1]);
  }
  await store.refresh();
  expect(await store.run('one')).toMatchObject({ state: 'interrupted' });
  expect((await runOn(again, plan)).at(-1)).toMatchObject({ state: 'succeeded', done: 60, left: 0 });
  await again.close();
});
