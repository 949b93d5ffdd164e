import { HandoverError } from '../../errors.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { Run } from '../../model/run.ts';
import type { LiveData } from './apply-to-run.ts';

type Known = Pick<Run, 'undoOf'> & { pairs: readonly { source: number; target: number }[] };

/**
 * Throws where one of `entries` cannot be taken into `data`: it is asked before they are written, for a store whose
 * journal speaks of what it does not hold opens no more.
 * @throws HandoverError `unfit-entry`
 */
export function checkEntries(
  { people, runs }: Pick<LiveData, 'people' | 'runs'>,
  entries: readonly JournalEntry[],
): void {
  const begun = new Map<string, Known>();
  const runOf = (id: string): Known => {
    const run = begun.get(id) ?? runs.get(id);
    if (run === undefined) throw unfit(`run ${id}, which was never begun`);
    return run;
  };
  const checkPair = (id: string, ids: { source: number; target: number }) => {
    const { pairs, undoOf } = runOf(id);
    if (!pairs.some(({ source, target }) => source === ids.source && target === ids.target)) {
      throw unfit(`the pair ${ids.source}:${ids.target}, which run ${id} does not hold`);
    }
    if (undoOf !== null) checkPair(undoOf, ids);
  };
  for (const entry of entries) {
    switch (entry.kind) {
      case 'run-started': {
        const { run, pairs, undoOf = null } = entry;
        if (begun.has(run) || runs.has(run)) throw unfit(`the beginning of run ${run}, which was begun already`);
        begun.set(run, { pairs, undoOf });
        if (undoOf !== null) for (const pair of pairs) checkPair(undoOf, pair);
        break;
      }
      case 'run-resumed':
      case 'run-finished':
        runOf(entry.run);
        break;
      case 'pair-done':
      case 'pair-failed':
        checkPair(entry.run, entry);
        if (entry.kind === 'pair-failed') break;
        for (const { id } of [entry.after.source, entry.after.target]) {
          if (!people.has(id)) throw unfit(`user ${id}, whom the store does not hold`);
        }
        break;
    }
  }
}

function unfit(what: string): HandoverError {
  return new HandoverError(
    'unexpected',
    'unfit-entry',
    `What was to be written speaks of ${what}.`,
    'Nothing of it was written. Make the plan anew.',
  );
}
