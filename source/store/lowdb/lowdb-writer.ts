import type { HandoverError } from '../../errors.ts';
import type { Holder, StoreWriter } from '../../model/ports.ts';
import { STORE_VERSION } from '../../model/store-data.ts';
import { storeFault } from '../store-fault.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { type OpenJournal, openJournal } from './open-journal.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { hasLaterJournal } from './replay-journals.ts';
import { writeCheckpoint } from './write-checkpoint.ts';
import { takeWriterLock } from './writer-lock.ts';

/** A checkpoint is due where the journal has grown beyond this, in bytes. */
const JOURNAL_LIMIT = 64 * 2 ** 20;

/**
 * Makes the owner of `store` its one writer: takes the lock, takes in what was written meanwhile, cuts a torn tail,
 * removes what was never finished.
 * @throws HandoverError `store-held`, `damaged-journal`, `missing-journal`, `disk-full`, `store-fault`
 */
export async function startWriting(store: LowdbStore, holder: Holder): Promise<StoreWriter> {
  const lock = await takeWriterLock(store.folder, holder);
  let journal: OpenJournal;
  try {
    journal = await takeUp(store);
  } catch (error) {
    await lock.release();
    throw storeFault(store.folder, error);
  }

  let fault: HandoverError | null = null;
  const refuse = () => {
    const known = fault ?? journal.fault;
    if (known !== null) throw known;
  };
  const rotate = async () => {
    const former = journal;
    try {
      // Nobody comes back to this journal once the checkpoint counts.
      await former.cutTail();
      await writeCheckpoint(store);
      journal = await openJournal(store);
      await former.close();
    } catch (error) {
      // Whether the new checkpoint counts is in doubt, and so is the journal to write to: the next writer finds out.
      fault = storeFault(store.folder, error);
      throw fault;
    }
  };
  const close = async () => {
    try {
      await journal.close();
    } catch (error) {
      throw storeFault(store.folder, error);
    } finally {
      await lock.release();
    }
  };
  // No record of the present shape goes behind a checkpoint of an older one: an older handover would read both.
  if (store.low.data.version < STORE_VERSION) {
    await rotate().catch(async (error: unknown) => {
      await close();
      throw error;
    });
  }
  return {
    person: (id) => store.live.people.get(id),
    run: (id) => store.live.runs.get(id),
    append: (entries) =>
      store.exclusively(async () => {
        refuse();
        const records = await journal.append(entries);
        if (store.position.bytes > JOURNAL_LIMIT) await rotate();
        return records;
      }),
    checkpoint: () =>
      store.exclusively(async () => {
        refuse();
        await rotate();
      }),
    close: () => store.exclusively(close),
  };
}

/** Brings `store` to where the last writer left it, and makes lasting what that one may not have come to. */
async function takeUp(store: LowdbStore): Promise<OpenJournal> {
  await store.refresh();
  return store.exclusively(async () => {
    // A later journal without a record: only the checkpoint tells whether to go on in that one.
    if (await hasLaterJournal(store)) await store.reload();
    await removeLeftovers(store.disk, store.folder);
    await store.disk.syncFolder(store.folder);
    return openJournal(store);
  });
}
