import { expect, test } from 'vitest';
import type { JournalRecord } from '../../source/model/journal.ts';
import type { Clock } from '../../source/model/ports.ts';
import type { RunEvent } from '../../source/model/run.ts';
import { timeText } from '../../source/model/time-text.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { paceOf } from '../../source/wizard/logic/run.ts';
import type { RunView } from '../../source/wizard/run-view.ts';
import { makeRunId } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, done, givenStore, HOLDER, openAt, started, writeAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { jumpingClock } from './jumping-clock.ts';

const PAIRS = 40;

/** A run of 40 pairs by `clock`: its events, what another reader of the store was told, and the store. */
async function runBy(clock: Clock) {
  const { folder, data } = await givenStore(2 * PAIRS);
  const pairs = Array.from({ length: PAIRS }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2]);
  const plan = planOn(data, pairsOf(...pairs));
  const { writer } = await writeAt(folder);
  const reader = await openAt(folder);
  const [events, seen]: [RunEvent[], JournalRecord[]] = [[], []];
  const stop = new AbortController().signal;
  for await (const event of runPlan({ run: 'one', plan, catalogue: STANDARD, writer, clock, actor: ACTOR, stop })) {
    events.push(event);
    seen.push(...(await reader.refresh()));
  }
  seen.push(...(await reader.refresh()));
  await writer.close();
  return { folder, plan, events, seen };
}

test('a run whose clock jumps by days is told in the order in which it happened', async () => {
  const { folder, plan, events, seen } = await runBy(jumpingClock());
  const times = seen.flatMap(({ entry }) => ('at' in entry ? [entry.at] : []));
  expect(times).not.toEqual([...times].sort());
  expect(seen.map(({ sequence }) => sequence)).toEqual(seen.map((_, index) => index + 1));
  const inOrder = plan.pairs.map(({ source, target }) => [source.id, target.id]);
  expect(events.flatMap((each) => (each.event === 'pair-done' ? [[each.source, each.target]] : []))).toEqual(inOrder);
  expect(await (await openAt(folder)).run('one')).toMatchObject({ state: 'succeeded', counts: { done: PAIRS } });
});

test('runs stand newest first by when they were begun, not by what the clock said', async () => {
  const { folder } = await givenStore(12);
  const { writer } = await writeAt(folder);
  const clock = jumpingClock();
  for (const run of ['first', 'second', 'third', 'fourth', 'fifth']) {
    await writer.append([{ ...started(run), at: clock.now().toISOString() } as ReturnType<typeof started>]);
  }
  await writer.checkpoint();
  await writer.close();
  const runs = await (await openAt(folder)).runs();
  expect(runs.map(({ id }) => id)).toEqual(['fifth', 'fourth', 'third', 'second', 'first']);
});

test('a clock that is put back to a minute that was before makes no id twice', () => {
  const clock: Clock = { now: () => new Date('2026-10-25T01:30:00.000Z'), monotonic: () => 0 };
  // As badly as chance can have it: each name comes up three times in a row.
  let throws = 0;
  const random = {
    token: () => {
      throws += 1;
      return `n${String(Math.ceil(throws / 3)).padStart(3, '0')}`;
    },
  };
  const taken = new Set<string>();
  for (let count = 0; count < 200; count += 1) taken.add(makeRunId(clock, random, taken));
  expect(taken.size).toBe(200);
});

test('the pace of a run is a number whatever the time of day does, and none before there is one', () => {
  const clock = jumpingClock();
  const run: RunView = {
    id: 'one',
    undoOf: null,
    pairs: [],
    counts: { pairs: 10, done: 0, failed: 0, left: 10, undone: 0 },
    state: 'running',
    since: { at: clock.monotonic(), settled: 0 },
    at: 0,
    events: [],
  };
  expect(paceOf({ ...run, at: run.since.at })).toBeNull();
  for (let settled = 1; settled <= 10; settled += 1) {
    clock.now();
    const counts = { ...run.counts, done: settled, left: 10 - settled };
    const pace = paceOf({ ...run, counts, at: clock.monotonic() });
    expect(pace?.rate).toBeCloseTo(200);
    expect(pace?.secondsLeft).toBeCloseTo((10 - settled) / 200);
  }
});

test.each(['1970-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z', 'no time at all'])(
  'a writer since %s is the writer still: no time makes a lock old',
  async (since) => {
    const { folder } = await givenStore(12);
    const writer = await (await openAt(folder)).startWriting({ ...HOLDER, since });
    const refusal = await writeAt(folder).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'store-held', message: expect.stringContaining(timeText(since)) });
    await writer.close();
  },
);

test('a leap second is told as it was written', async () => {
  const { folder } = await givenStore(12);
  const { writer } = await writeAt(folder);
  const at = '2016-12-31T23:59:60.500Z';
  await writer.append([{ ...started('one'), at } as ReturnType<typeof started>, done('one', 0)]);
  await writer.checkpoint();
  await writer.close();
  const run = await (await openAt(folder)).run('one');
  expect(timeText(run?.startedAt ?? '')).toBe('2016-12-31 23:59:60 UTC');
});
