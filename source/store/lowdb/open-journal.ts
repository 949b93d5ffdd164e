import { HandoverError, sentenceOf } from '../../errors.ts';
import type { JournalEntry, JournalRecord } from '../../model/journal.ts';
import { storeFault } from '../store-fault.ts';
import { writeAll } from '../write-whole.ts';
import { applyEntry } from './apply-entry.ts';
import { checkEntries } from './check-entries.ts';
import { encodeGroup } from './journal-lines.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { journalPath } from './store-files.ts';

/** The journal as its one writer has it. */
export interface OpenJournal {
  /**
   * Entries as one write and one sync; where that fails the journal is put back and nothing of them counts.
   * @throws HandoverError `disk-full`, `store-fault`; `unfit-entry` for what the store could not take in, and nothing
   * is written then
   */
  append(entries: readonly JournalEntry[]): Promise<JournalRecord[]>;
  /** Why nothing may be written any more, nor what is in memory: part of a record is in it; or null. */
  readonly fault: HandoverError | null;
  /** Cuts off what a failed write has left and could not put back. */
  cutTail(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of `store` behind its last good record; what an interrupted write left there is cut off.
 * @throws HandoverError `damaged-journal` where it is shorter than what was read of it
 */
export async function openJournal(store: LowdbStore): Promise<OpenJournal> {
  const path = journalPath(store.folder, store.position.generation);
  const file = await store.disk.append(path);
  try {
    const size = await file.size();
    if (size < store.position.bytes) throw cutShort(path, size, store.position.bytes);
    if (size > store.position.bytes) await file.truncate(store.position.bytes);
    // Also what was read of it: a writer that was killed may not have come to that.
    await file.sync();
  } catch (error) {
    await file.close();
    throw error;
  }

  let hasTail = false;
  let fault: HandoverError | null = null;
  const cutTail = async () => {
    if (!hasTail) return;
    await file.truncate(store.position.bytes);
    await file.sync();
    hasTail = false;
  };
  return {
    get fault() {
      return fault;
    },
    async append(entries) {
      checkEntries(store.live, entries);
      const { bytes, records, end } = encodeGroup(entries, store.position);
      try {
        // Behind what an earlier failure left nothing may be written: it would make damage of a torn tail.
        await cutTail();
        hasTail = true;
        await writeAll(file, bytes);
        await file.sync();
        hasTail = false;
      } catch (error) {
        await cutTail().catch(() => undefined);
        throw storeFault(store.folder, error);
      }
      try {
        for (const { entry, at } of records) applyEntry(store.live, entry, at);
      } catch (error) {
        // A journal that holds it could never be read again.
        hasTail = true;
        await cutTail().catch(() => undefined);
        fault = notTakenIn(path, error);
        throw fault;
      }
      store.position = end;
      return records;
    },
    cutTail,
    close: () => file.close(),
  };
}

function notTakenIn(path: string, error: unknown): HandoverError {
  return new HandoverError(
    'unexpected',
    'unfit-entry',
    `What was written to ${path} could not be taken in, and was taken out again: ${sentenceOf(error)}.`,
    'What was done before it is kept. Run it again; if it ends so once more, ask whoever looks after this program.',
    { cause: error },
  );
}

function cutShort(path: string, size: number, known: number): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-journal',
    `The journal ${path} is damaged: ${known} bytes of it were read before, and only ${size} are there now.`,
    'Nothing was changed. Put back the store folder from a backup.',
  );
}
