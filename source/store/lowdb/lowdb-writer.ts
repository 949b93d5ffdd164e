import { HandoverError, hasSystemCode, sentenceOf } from '../../errors.ts';
import type { JournalEntry } from '../../model/journal.ts';
import type { DiskFile, Holder, StoreWriter } from '../../model/ports.ts';
import { writeAll } from '../write-whole.ts';
import { applyEntry } from './apply-entry.ts';
import { encodeRecord } from './journal-lines.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { journalPath } from './store-files.ts';
import { writeCheckpoint } from './write-checkpoint.ts';
import { takeWriterLock } from './writer-lock.ts';

/** A checkpoint is due where the journal has grown beyond this, in bytes. */
const JOURNAL_LIMIT = 64 * 2 ** 20;

/**
 * Makes the owner of `store` its one writer: takes the lock, takes in what was written meanwhile, cuts a torn tail.
 * @throws HandoverError `store-held`
 */
export async function startWriting(store: LowdbStore, holder: Holder): Promise<StoreWriter> {
  const lock = await takeWriterLock(store.folder, holder);
  let journal: DiskFile;
  try {
    await store.refresh();
    journal = await openJournal(store);
  } catch (error) {
    await lock.release();
    throw error;
  }

  const writer: StoreWriter = {
    person: (id) => store.live.people.get(id),
    run: (id) => store.live.runs.get(id),
    async append(entries) {
      await appendGroup(store, journal, entries);
      if (store.position.bytes > JOURNAL_LIMIT) await writer.checkpoint();
    },
    async checkpoint() {
      await journal.close();
      await writeCheckpoint(store);
      journal = await openJournal(store);
    },
    async close() {
      await journal.close();
      await lock.release();
    },
  };
  return writer;
}

/** Opens the journal behind its last good record; whatever an interrupted write left there is cut off. */
async function openJournal(store: LowdbStore): Promise<DiskFile> {
  const file = await store.disk.append(journalPath(store.folder, store.position.generation));
  if ((await file.size()) > store.position.bytes) {
    await file.truncate(store.position.bytes);
    await file.sync();
  }
  return file;
}

/** Entries as one write and one sync; where it fails the journal is put back and nothing of it counts. */
async function appendGroup(store: LowdbStore, journal: DiskFile, entries: JournalEntry[]): Promise<void> {
  let { sequence, chain } = store.position;
  let text = '';
  for (const entry of entries) {
    sequence += 1;
    const { line, hash } = encodeRecord(sequence, entry, chain);
    text += line;
    chain = hash;
  }
  const bytes = Buffer.from(text);
  try {
    await writeAll(journal, bytes);
    await journal.sync();
  } catch (error) {
    await journal.truncate(store.position.bytes);
    await journal.sync();
    throw storeFault(store.folder, error);
  }
  for (const entry of entries) applyEntry(store.live, entry);
  const { generation, bytes: before, lines } = store.position;
  store.position = { generation, sequence, chain, bytes: before + bytes.length, lines: lines + entries.length };
}

function storeFault(folder: string, error: unknown): HandoverError {
  const isFull = hasSystemCode(error, 'ENOSPC', 'EDQUOT');
  return new HandoverError(
    'unexpected',
    isFull ? 'disk-full' : 'store-fault',
    isFull ? `The disk under ${folder} is full.` : `The store ${folder} could not be written: ${sentenceOf(error)}.`,
    'What was done so far is kept. Mend the disk, then go on with the run from the first screen or with "handover apply".',
    { cause: error },
  );
}
