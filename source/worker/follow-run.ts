import type { Clock, StorePort } from '../model/ports.ts';
import type { Run, RunCounts, RunEvent, RunPair } from '../model/run.ts';

/** How often a follower looks for what is new, in milliseconds. */
const LOOK_EVERY = 100;

/** A look that takes long has others wait: following takes at most a fifth of a processor from the run. */
const REST = 4;

export interface FollowPorts {
  clock: Clock;
  /** Resolves after that many milliseconds, or when `signal` aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/**
 * The events of a run, in batches as they are found: first one that tells where it stands, then all that comes.
 * Ends with the run; a run whose worker is gone ends as `interrupted`. Reads only; any number may follow, with a
 * store of their own or with a shared one: what is new is told by the run, not by who reads the journal first.
 * @param told the pairs that were settled before: `new` has them in the counts of the first event, `all` tells of each
 */
export async function* followRun(
  store: StorePort,
  id: string,
  signal: AbortSignal,
  { clock, wait }: FollowPorts,
  told: 'new' | 'all' = 'new',
): AsyncGenerator<RunEvent[]> {
  await store.refresh();
  let run = await store.run(id);
  if (run === null) return;
  const begun = told === 'all' ? unsettled(run) : run;
  const counts = { ...begun.counts };
  yield [{ event: 'run-started', run: id, pairs: counts.pairs, ...tally(counts) }];
  const settled = newEvents(begun, run, counts);
  if (settled.length > 0) yield settled;
  let took = 0;
  while (run.state === 'running' && !signal.aborted) {
    await wait(Math.max(LOOK_EVERY, took * REST), signal);
    const begun = clock.monotonic();
    await store.refresh();
    took = clock.monotonic() - begun;
    const now = await store.run(id);
    if (now === null) return;
    const events = newEvents(run, now, counts);
    if (events.length > 0) yield events;
    run = now;
  }
  if (run.state !== 'running') {
    const reason = run.reason === undefined ? {} : { reason: run.reason };
    yield [{ event: 'run-finished', run: id, state: run.state, ...reason, ...tally(run.counts) }];
  }
}

/** The run as it was before its first pair. */
function unsettled(run: Run): Run {
  const pairs = run.pairs.map(({ source, target }) => ({ source, target, state: 'left' as const }));
  return { ...run, pairs, counts: { ...run.counts, done: 0, failed: 0, left: run.counts.pairs } };
}

/** An event for each pair that was settled between two looks, in the order in which they run; counts them in `counts`. */
function newEvents(before: Run, now: Run, counts: RunCounts): RunEvent[] {
  if (now.counts.left === before.counts.left) return [];
  return now.pairs.flatMap((pair, index) =>
    before.pairs[index]?.state === 'left' && pair.state !== 'left' ? eventOf(pair, now.id, counts) : [],
  );
}

function eventOf({ source, target, state, code, reason }: RunPair, run: string, counts: RunCounts): RunEvent {
  counts.left -= 1;
  if (state === 'done') {
    counts.done += 1;
    return { event: 'pair-done', run, source, target, ...tally(counts) };
  }
  counts.failed += 1;
  const why = { code: code ?? 'store-fault', reason: reason ?? 'No reason was recorded.' };
  return { event: 'pair-failed', run, source, target, ...why, ...tally(counts) };
}

function tally({ done, failed, left }: RunCounts): Pick<RunCounts, 'done' | 'failed' | 'left'> {
  return { done, failed, left };
}
