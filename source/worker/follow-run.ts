import type { JournalRecord } from '../model/journal.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run, RunCounts, RunEvent } from '../model/run.ts';

/** How often a follower looks for what is new, in milliseconds. */
const LOOK_EVERY = 100;
/** How many looks without news until the follower asks whether the worker still lives. */
const PATIENCE = 5;

/**
 * The events of a run, in batches as they are found: first one that tells where it stands, then all that comes.
 * Ends with the run; a run whose worker is gone ends as `interrupted`. Reads only; any number may follow.
 * @param wait resolves after that many milliseconds, or when `signal` aborts
 */
export async function* followRun(
  store: StorePort,
  id: string,
  signal: AbortSignal,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<RunEvent[]> {
  await store.refresh();
  const run = await store.run(id);
  if (run === null) return;
  const counts = { ...run.counts };
  yield [startingEvent(run, counts)];
  if (run.state !== 'running') {
    yield [{ event: 'run-finished', run: id, state: run.state, ...tally(counts) }];
    return;
  }
  let quiet = 0;
  let isOrphaned = false;
  while (!signal.aborted) {
    const records = await store.refresh();
    const events = records.flatMap((record) => eventOf(record, id, counts) ?? []);
    if (events.length > 0) yield events;
    if (events.at(-1)?.event === 'run-finished') return;
    if (isOrphaned && records.length === 0) {
      yield [{ event: 'run-finished', run: id, state: 'interrupted', ...tally(counts) }];
      return;
    }
    quiet = records.length > 0 ? 0 : quiet + 1;
    // One more look follows: the worker may have written its last word just before it let go.
    isOrphaned = quiet > PATIENCE && (await store.holder()) === null;
    if (!isOrphaned) await wait(LOOK_EVERY, signal);
  }
}

function startingEvent(run: Run, counts: RunCounts): RunEvent {
  return { event: 'run-started', run: run.id, pairs: counts.pairs, ...tally(counts) };
}

function eventOf({ entry }: JournalRecord, run: string, counts: RunCounts): RunEvent | null {
  if (entry.run !== run) return null;
  switch (entry.kind) {
    case 'pair-done':
      counts.left -= 1;
      counts.done += 1;
      return { event: 'pair-done', run, source: entry.source, target: entry.target, ...tally(counts) };
    case 'pair-failed': {
      counts.left -= 1;
      counts.failed += 1;
      const { source, target, code, reason } = entry;
      return { event: 'pair-failed', run, source, target, code, reason, ...tally(counts) };
    }
    case 'run-finished':
      return { event: 'run-finished', run, state: entry.state, ...tally(counts) };
    default:
      return null;
  }
}

function tally({ done, failed, left }: RunCounts): Pick<RunCounts, 'done' | 'failed' | 'left'> {
  return { done, failed, left };
}
