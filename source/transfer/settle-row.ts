import { sentenceOf } from '../errors.ts';
import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { Image } from '../model/change.ts';
import type { JournalEntry } from '../model/journal.ts';
import { NOBODY, type PlannedPair } from '../model/plan.ts';
import type { Failure } from '../model/run.ts';
import type { CarriedPair } from './carry-pair.ts';
import { carryRow } from './carry-row.ts';
import type { RunRequest } from './run-plan.ts';
import { emailCaseOf } from './unique-fields.ts';
import { watchSeats } from './watch-seats.ts';
import { watchTaken } from './watch-taken.ts';

type RowEntry = Extract<JournalEntry, { kind: 'pair-done' | 'pair-failed' }>;

/** Settles a row of an import, or of its undo: done, or failed with the reason. */
export type SettleRow = (pair: PlannedPair) => RowEntry;

/**
 * Settles the rows of a run one after the other, each on its person as the writer has them and beside all others: no row
 * takes a seat that is not there, nor an address or a login that somebody keeps. No two rows are about one person.
 * @param left the rows that the run has not settled yet
 */
export function rowSettler(request: RunRequest, left: readonly PlannedPair[]): SettleRow {
  const { run, plan, clock, writer, users = [], seats: limit = null, emailCase = emailCaseOf(plan) } = request;
  const foresee = (pair: PlannedPair): Image | null => {
    const worked = workOut(request, pair);
    return 'code' in worked ? null : worked.after.source;
  };
  const seats = watchSeats(users, limit);
  const taken = watchTaken({ emailCase, users, left, person: (id) => writer.person(id), foresee, seats });

  const settle = (pair: PlannedPair): CarriedPair | Failure => {
    const worked = workOut(request, pair);
    if ('code' in worked) return worked;
    const why = taken.refuse(worked.after.source);
    return why === null ? worked : { code: 'refused', reason: `The row was left out: ${why}.` };
  };

  return (pair) => {
    const { id } = pair.source;
    const about = { run, source: id, target: id, at: clock.now().toISOString() };
    const settled = settle(pair);
    const after = 'code' in settled ? null : settled.after.source;
    seats.note(id, after);
    taken.note(id, after);
    if (!('code' in settled)) return { kind: 'pair-done', ...about, ...settled };
    const { code, reason } = settled;
    return { kind: 'pair-failed', ...about, code, reason: reason + taken.tellShared(pair) };
  };
}

/** What the row does to its person, or why not; others are not looked at. */
function workOut(request: RunRequest, pair: PlannedPair): CarriedPair | Failure {
  const { id, name, fingerprint } = pair.source;
  const person = request.writer.person(id) ?? null;
  if (person === null && fingerprint !== NOBODY) {
    return { code: 'unknown-user', reason: `${name} (${id}) is not in the store any more.` };
  }
  if (userFingerprint(person) !== fingerprint) {
    const why = fingerprint === NOBODY ? 'somebody has this id by now' : 'changed since it was made';
    return { code: 'stale', reason: `${name} (${id}) is not as the plan saw them: ${why}.` };
  }
  try {
    const done = carryRow(request, pair, person);
    return done ?? { code: 'refused', reason: 'The plan tells of other changes than there are to make.' };
  } catch (error) {
    return { code: 'unreadable-record', reason: `The row could not be applied: ${sentenceOf(error)}.` };
  }
}
