import { sentenceOf } from '../errors.ts';
import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { JournalEntry } from '../model/journal.ts';
import { NOBODY, type PlannedPair } from '../model/plan.ts';
import type { Failure } from '../model/run.ts';
import { carryRow } from './carry-row.ts';
import type { RunRequest } from './run-plan.ts';
import type { TakenWatch } from './watch-taken.ts';

type RowEntry = Extract<JournalEntry, { kind: 'pair-done' | 'pair-failed' }>;

/**
 * What becomes of a row of an import, or of its undo, on its person as the writer has them: done, or failed with the
 * reason. No other row of the run is about that person.
 * @param taken who has which address and login, which takes in what becomes of the row
 */
export function settleRow(request: RunRequest, pair: PlannedPair, taken: TakenWatch): RowEntry {
  const entry = settle(request, pair, taken);
  taken.note(entry.source, entry.kind === 'pair-done' ? entry.after.source : null);
  return entry.kind === 'pair-done' ? entry : { ...entry, reason: entry.reason + taken.tellShared(pair) };
}

function settle(request: RunRequest, pair: PlannedPair, taken: TakenWatch): RowEntry {
  const { run, clock, writer } = request;
  const { id, name, fingerprint } = pair.source;
  const about = { run, source: id, target: id, at: clock.now().toISOString() };
  const failed = (failure: Failure): RowEntry => ({ kind: 'pair-failed', ...about, ...failure });
  const person = writer.person(id) ?? null;
  if (person === null && fingerprint !== NOBODY) {
    return failed({ code: 'unknown-user', reason: `${name} (${id}) is not in the store any more.` });
  }
  if (userFingerprint(person) !== fingerprint) {
    const why = fingerprint === NOBODY ? 'somebody has this id by now' : 'changed since it was made';
    return failed({ code: 'stale', reason: `${name} (${id}) is not as the plan saw them: ${why}.` });
  }
  try {
    const done = carryRow(request, pair, person);
    if (done === null) {
      return failed({ code: 'refused', reason: 'The plan tells of other changes than there are to make.' });
    }
    const held = taken.refuse(done.after.source);
    if (held !== null) return failed({ code: 'refused', reason: `The row was left out: ${held}.` });
    return { kind: 'pair-done', ...about, ...done };
  } catch (error) {
    return failed({ code: 'unreadable-record', reason: `The row could not be applied: ${sentenceOf(error)}.` });
  }
}
