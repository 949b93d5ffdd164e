import { HandoverError } from '../../errors.ts';
import type { Image } from '../../model/change.ts';
import { isUntouched } from '../../model/is-untouched.ts';
import type { JournalEntry } from '../../model/journal.ts';
import { personOfImage } from '../../model/person-of-image.ts';
import type { Run } from '../../model/run.ts';
import type { LiveData } from './apply-to-run.ts';
import { findRunPair, type PairIds } from './find-run-pair.ts';

type Known = Pick<Run, 'undoOf'> & { pairs: readonly PairIds[] };

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
  const checkPair = (id: string, ids: PairIds) => {
    const { pairs, undoOf } = runOf(id);
    if (findRunPair(pairs, ids) === undefined) {
      throw unfit(`the pair ${ids.source}:${ids.target}, which run ${id} does not hold`);
    }
    if (undoOf !== null) checkPair(undoOf, ids);
  };
  /** Who comes into being, or goes, by entries before the one that is looked at. */
  const ahead = new Map<number, boolean>();
  const isThere = (id: number) => ahead.get(id) ?? people.has(id);
  const checkImages = (before: Image, after: Image) => {
    const { id } = after;
    if (before.exists === false) {
      if (isThere(id)) throw unfit(`somebody new with the user ID ${id}, which is taken`);
      if (personOfImage(after) === null) throw unfit(`somebody new with the user ID ${id}, and not of all of them`);
      ahead.set(id, true);
    } else if (!isThere(id)) throw unfit(`user ${id}, whom the store does not hold`);
    else if (after.exists === false) ahead.set(id, false);
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
        if (entry.kind === 'pair-failed' || isOfNobody(entry)) break;
        checkImages(entry.before.source, entry.after.source);
        if (entry.source !== entry.target) checkImages(entry.before.target, entry.after.target);
        break;
    }
  }
}

/** An undo says of a row whose person is gone that it did nothing. */
function isOfNobody({ source, target, before, after }: Extract<JournalEntry, { kind: 'pair-done' }>): boolean {
  return source === target && isUntouched(before.source) && isUntouched(after.source);
}

function unfit(what: string): HandoverError {
  return new HandoverError(
    'unexpected',
    'unfit-entry',
    `What was to be written speaks of ${what}.`,
    'Nothing of it was written. Make the plan anew.',
  );
}
