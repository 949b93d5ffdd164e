import { expect, test } from 'vitest';
import type { Run, RunEvent } from '../../../source/model/run.ts';
import type { Action } from '../../../source/wizard/task.ts';
import type { Desk } from '../../../source/wizard/tasks/desk.ts';
import { followRunEvents } from '../../../source/wizard/tasks/follow-run-events.ts';
import { runOf } from '../given.ts';

/** A clock that goes on, from one wait to the next, whenever nothing else is to be done. */
function virtualTime() {
  let now = 0;
  const timers: { at: number; resolve: () => void }[] = [];
  const wait = (milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      timers.push({ at: now + milliseconds, resolve });
      signal.addEventListener('abort', () => resolve());
    });
  const pass = async (isOver: () => boolean) => {
    while (!isOver()) {
      await new Promise((resolve) => setImmediate(resolve));
      timers.sort((left, right) => left.at - right.at);
      const next = timers.shift();
      if (next === undefined) continue;
      now = Math.max(now, next.at);
      next.resolve();
    }
  };
  return { clock: { now: () => new Date(now), monotonic: () => now }, wait, pass, now: () => now };
}

/** What the wizard is told of a run that settles a pair every `each` ms, up to `until` of its `pairs`, and when. */
async function follow({
  pairs,
  each,
  until = pairs,
  end,
}: {
  pairs: number;
  each: number;
  until?: number;
  end: number;
}) {
  const time = virtualTime();
  const runNow = (): Run => {
    const done = Math.min(until, Math.floor(time.now() / each));
    return runOf({ done, left: pairs - done });
  };
  const store = { refresh: async () => [], run: async () => runNow() };
  const desk = { context: time, session: { store, veil: { text: (text: string) => text } } } as unknown as Desk;
  const told: { at: number; events: RunEvent[] }[] = [];
  const leave = new AbortController();
  let isOver = false;
  const dispatch = (action: Action) => {
    if (action.type === 'run-events') told.push({ at: time.now(), events: action.events });
  };
  const followed = followRunEvents(runOf().id, desk, dispatch, leave.signal).then(() => {
    isOver = true;
  });
  await time.pass(() => isOver || time.now() > end);
  leave.abort();
  await followed;
  return told;
}

test('over a long run the screen changes every one and a half seconds, and every pair is told of once', async () => {
  const told = await follow({ pairs: 3000, each: 10, end: 60_000 });
  const gaps = told.slice(1, -1).map(({ at }, index) => at - (told[index]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1500);
  expect(told.length).toBeLessThanOrEqual(22);
  const sources = told.flatMap(({ events }) => events.flatMap((event) => ('source' in event ? [event.source] : [])));
  expect(sources).toEqual(Array.from({ length: 3000 }, (_, index) => 101 + index));
});

test('its beginning and its end are told at once', async () => {
  const told = await follow({ pairs: 20, each: 10, end: 60_000 });
  expect(told[0]?.at).toBe(0);
  expect(told.at(-1)?.events.at(-1)?.event).toBe('run-finished');
  expect(told.at(-1)?.at).toBeLessThanOrEqual(300);
});

test('a run that stands still is shown as it stands', async () => {
  const told = await follow({ pairs: 20, each: 10, until: 7, end: 5000 });
  expect(told.at(-1)?.events.at(-1)).toMatchObject({ event: 'pair-done', done: 7 });
});
