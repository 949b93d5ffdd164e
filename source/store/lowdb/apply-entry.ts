import { HandoverError } from '../../errors.ts';
import type { JournalEntry, JournalPosition } from '../../model/journal.ts';
import type { Person } from '../../model/user.ts';
import { withImage } from '../../model/with-image.ts';
import { applyToRun, type LiveData } from './apply-to-run.ts';

/**
 * Takes one journal entry into `data`, which it changes: the only way in which a store's data ever changes.
 * @param at where in the journal the entry stands
 * @throws HandoverError `newer-store` for an entry that only a later handover knows
 */
export function applyEntry(data: LiveData, entry: JournalEntry, at: JournalPosition): void {
  switch (entry.kind) {
    case 'run-started':
    case 'run-resumed':
    case 'pair-done':
    case 'pair-failed':
    case 'run-finished':
      applyToRun(data, entry, at);
      break;
    case 'settings-changed':
      data.settings = { ...data.settings, ...entry.settings };
      break;
    case 'mapping-saved':
      data.mappings.set(entry.mapping.name, entry.mapping);
      break;
    case 'mapping-deleted':
      data.mappings.delete(entry.name);
      break;
    case 'audit-head': {
      const { lines, bytes = null, hash, at: time } = entry;
      data.auditHead = { sequence: at.sequence + 1, lines, bytes, hash, at: time };
      break;
    }
    case 'person-changed': {
      const person = personOf(data, entry.person);
      data.people.set(person.id, { ...person, ...entry.after });
      break;
    }
    case 'references-cleared': {
      const person = personOf(data, entry.person);
      data.people.set(person.id, withImage(person, { id: person.id, records: entry.after }));
      break;
    }
    case 'person-deleted':
      data.people.delete(entry.person);
      break;
    case 'person-erased':
    case 'audit-cut':
      // Tells of the audit log, which lies beside the store.
      break;
    default:
      throw unknownKind(entry);
  }
}

function personOf({ people }: LiveData, id: number): Person {
  const person = people.get(id);
  if (person === undefined) throw new Error(`The journal speaks of a person whom the store does not hold: ${id}`);
  return person;
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
