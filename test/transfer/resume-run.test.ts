import { expect, test } from 'vitest';
import { personFingerprint } from '../../source/merge/person-fingerprint.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';
import { FaultyDisk, systemError } from '../store/faulty-disk.ts';
import { contentOf, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { givenRun, runOn } from './given-run.ts';

function fingerprintOf(person: Person | undefined): string {
  return person === undefined ? 'gone' : personFingerprint(person);
}

/** The people of `data` who are in no pair of `among`, as they were. */
function others(data: StoreData, among: readonly { source: number; target: number }[]) {
  const touched = new Set(among.flatMap(({ source, target }) => [source, target]));
  return data.people.filter(({ id }) => !touched.has(id));
}

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
