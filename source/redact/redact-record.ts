import type { Actor } from '../model/actor.ts';
import type { JournalEntry, JournalRecord } from '../model/journal.ts';
import { redactImage, redactPatch, redactRecords, redactUser } from './redact-person.ts';
import type { Veil } from './veil.ts';

type Redacting = Pick<Veil, 'text' | 'written' | 'login' | 'account'>;

/** A journal record as it is shown: what it tells of people, and who acts. */
export function redactJournalRecord(record: JournalRecord, veil: Redacting): JournalRecord {
  return { ...record, entry: redactPeople(redactActor(record.entry, veil), veil) };
}

function redactActor(entry: JournalEntry, { login, account }: Redacting): JournalEntry {
  if (!('operator' in entry)) return entry;
  // Journals of shape 1 tell of no account.
  const told: Partial<Actor> = entry;
  return {
    ...entry,
    operator: login(entry.operator) ?? '',
    ...(told.account === undefined ? {} : { account: account(told.account) ?? '' }),
    ...(told.realAccount === undefined ? {} : { realAccount: account(told.realAccount) }),
  };
}

function redactPeople(entry: JournalEntry, { text, written }: Redacting): JournalEntry {
  switch (entry.kind) {
    case 'pair-done': {
      const { before, after } = entry;
      const redact = ({ source, target }: typeof before) => ({
        source: redactImage(source, written),
        target: redactImage(target, written),
      });
      return { ...entry, before: redact(before), after: redact(after) };
    }
    case 'pair-failed':
      return { ...entry, reason: text(entry.reason) };
    case 'run-finished':
      return entry.reason === undefined ? entry : { ...entry, reason: text(entry.reason) };
    case 'person-changed': {
      const { person, before, after } = entry;
      return { ...entry, before: redactPatch(person, before), after: redactPatch(person, after) };
    }
    case 'references-cleared':
      return { ...entry, before: redactRecords(entry.before, written), after: redactRecords(entry.after, written) };
    case 'person-deleted':
      return {
        ...entry,
        before: { ...redactUser(entry.before), records: redactRecords(entry.before.records, written) },
      };
    default:
      return entry;
  }
}
