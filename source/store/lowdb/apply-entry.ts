import { HandoverError } from '../../errors.ts';
import type { Image } from '../../model/change.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { Failure, PairState, Run } from '../../model/run.ts';
import type { Person } from '../../model/user.ts';
import { withImage } from '../../model/with-image.ts';

/** The part of a store's data that journal entries change. */
export interface LiveData {
  people: Map<number, Person>;
  runs: Map<string, Run>;
}

/** Takes one journal entry into `data`, which it changes: the only way in which a store's data ever changes. */
export function applyEntry(data: LiveData, entry: JournalEntry): void {
  if (entry.kind === 'run-started') {
    data.runs.set(entry.run, {
      id: entry.run,
      plan: entry.plan,
      operation: entry.operation,
      operator: entry.operator,
      startedAt: entry.at,
      finishedAt: null,
      state: 'running',
      counts: { pairs: entry.pairs.length, done: 0, failed: 0, left: entry.pairs.length },
      pairs: entry.pairs.map((pair) => ({ ...pair, state: 'left' })),
    });
    return;
  }
  const run = data.runs.get(entry.run);
  if (run === undefined) throw new Error(`The journal speaks of a run that was never started: ${entry.run}`);
  switch (entry.kind) {
    case 'run-resumed':
      run.state = 'running';
      run.finishedAt = null;
      break;
    case 'run-finished':
      run.state = entry.state;
      run.finishedAt = entry.at;
      break;
    case 'pair-done':
      applyImage(data.people, entry.after.source);
      applyImage(data.people, entry.after.target);
      settlePair(run, entry, 'done');
      break;
    case 'pair-failed':
      settlePair(run, entry, 'failed', entry);
      break;
    default:
      throw unknownKind(entry);
  }
}

function unknownKind(entry: never): HandoverError {
  const { kind } = entry as JournalEntry;
  return new HandoverError(
    'usage',
    'newer-store',
    `The journal of this store speaks of "${kind}", which this handover does not know.`,
    'Nothing was changed. Use the newer handover that wrote it.',
  );
}

function applyImage(people: Map<number, Person>, image: Image): void {
  const person = people.get(image.id);
  if (person === undefined) throw new Error(`The journal speaks of a person whom the store does not hold: ${image.id}`);
  people.set(image.id, withImage(person, image));
}

function settlePair(
  run: Run,
  at: { source: number; target: number; at: string },
  state: Exclude<PairState, 'left'>,
  failure?: Failure,
): void {
  const pair = run.pairs.find((each) => each.source === at.source && each.target === at.target);
  if (pair === undefined) throw new Error(`The journal speaks of a pair that run ${run.id} does not hold`);
  run.counts[pair.state === 'left' ? 'left' : pair.state] -= 1;
  run.counts[state] += 1;
  pair.state = state;
  pair.at = at.at;
  if (failure !== undefined) Object.assign(pair, { code: failure.code, reason: failure.reason });
}
