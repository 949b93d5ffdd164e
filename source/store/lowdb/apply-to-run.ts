import type { Image } from '../../model/change.ts';
import { isUntouched } from '../../model/is-untouched.ts';
import type { JournalEntry, JournalPosition } from '../../model/journal.ts';
import type { Mapping } from '../../model/mapping.ts';
import { personOfImage } from '../../model/person-of-image.ts';
import type { Failure, PairState, Run, RunPair } from '../../model/run.ts';
import type { AuditHead, Settings, StoredRun } from '../../model/store-data.ts';
import type { Person } from '../../model/user.ts';
import { withImage } from '../../model/with-image.ts';
import { findRunPair } from './find-run-pair.ts';
import { highestId } from './highest-id.ts';
import { markUndone } from './mark-undone.ts';

/** The part of a store's data that journal entries change. */
export interface LiveData {
  people: Map<number, Person>;
  runs: Map<string, StoredRun>;
  settings: Settings;
  /** By name. */
  mappings: Map<string, Mapping>;
  auditHead: AuditHead | null;
  /** The highest ID of the people, of those who were deleted, and of those whom runs were to create. */
  lastId: number;
}

type Entry<Kind extends JournalEntry['kind']> = Extract<JournalEntry, { kind: Kind }>;
type RunEntry = Extract<JournalEntry, { run: string }>;

/** Takes an entry that tells of a run into `data`: the run, and the people of a pair that was done. */
export function applyToRun(data: LiveData, entry: RunEntry, at: JournalPosition): void {
  if (entry.kind === 'run-started') {
    data.runs.set(entry.run, startedRun(entry, at));
    // What a run has left it may still carry out, and what it has undone may come back: its ids are nobody else's.
    data.lastId = highestId(entry.pairs, data.lastId);
    return;
  }
  const run = data.runs.get(entry.run);
  if (run === undefined) throw new Error(`The journal speaks of a run that was never started: ${entry.run}`);
  switch (entry.kind) {
    case 'run-resumed':
      run.state = 'running';
      run.finishedAt = null;
      delete run.reason;
      break;
    case 'run-finished':
      run.state = entry.state;
      run.finishedAt = entry.at;
      if (entry.reason !== undefined) run.reason = entry.reason;
      if ('closed' in entry) run.closed = true;
      break;
    case 'pair-done':
      applyDone(data, run, entry);
      break;
    case 'pair-failed':
      settlePair(run, entry, 'failed', entry);
      break;
  }
}

function startedRun(entry: Entry<'run-started'>, journal: JournalPosition): StoredRun {
  const { run: id, plan, operation, undoOf = null, operator, at: startedAt, pairs } = entry;
  return {
    id,
    plan,
    operation,
    undoOf,
    journal,
    operator,
    startedAt,
    finishedAt: null,
    state: 'running',
    counts: { pairs: pairs.length, done: 0, failed: 0, left: pairs.length, undone: 0 },
    pairs: pairs.map((pair) => ({ ...pair, state: 'left' })),
  };
}

function applyDone({ people, runs }: LiveData, run: Run, entry: Entry<'pair-done'>): void {
  const { after, partly } = entry;
  applyImage(people, after.source);
  // The person of a row stands on both sides; what it does to them is told on the first.
  if (after.target.id !== after.source.id) applyImage(people, after.target);
  const pair = settlePair(run, entry, 'done');
  if (partly) pair.partly = true;
  const isNothing = partly && isUntouched(after.source) && isUntouched(after.target);
  if (!isNothing) markUndone(runs, run, entry);
}

function applyImage(people: Map<number, Person>, image: Image): void {
  if (image.exists === false) {
    people.delete(image.id);
    return;
  }
  if (isUntouched(image)) return;
  const person = people.get(image.id) ?? personOfImage(image);
  if (person === null) throw new Error(`The journal speaks of a person whom the store does not hold: ${image.id}`);
  people.set(image.id, withImage(person, image));
}

function settlePair(
  run: Run,
  at: { source: number; target: number; at: string },
  state: Exclude<PairState, 'left'>,
  failure?: Failure,
): RunPair {
  const pair = findRunPair(run.pairs, at);
  if (pair === undefined) throw new Error(`The journal speaks of a pair that run ${run.id} does not hold`);
  run.counts[pair.state === 'left' ? 'left' : pair.state] -= 1;
  run.counts[state] += 1;
  pair.state = state;
  pair.at = at.at;
  if (failure !== undefined) Object.assign(pair, { code: failure.code, reason: failure.reason });
  return pair;
}
