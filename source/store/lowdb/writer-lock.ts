import { readFile, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { HandoverError } from '../../errors.ts';
import type { Holder } from '../../model/ports.ts';
import { holderNotePath, lockPath } from './store-files.ts';

/** A held lock. The operating system frees it when the process ends, however it ends. */
export interface WriterLock {
  release(): Promise<void>;
}

/**
 * Becomes the one writer of the store in `folder`: an exclusive SQLite transaction on lock.db, held by the kernel.
 * lock.json beside it only tells people who it is.
 * @throws HandoverError `store-held` with who holds it and since when
 */
export async function takeWriterLock(folder: string, holder: Holder): Promise<WriterLock> {
  const database = new DatabaseSync(lockPath(folder));
  try {
    database.exec('PRAGMA busy_timeout = 400; BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw heldBy(await readHolderNote(folder));
  }
  await writeFile(holderNotePath(folder), `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  return {
    async release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** Who writes to the store in `folder` at the moment; null: nobody. */
export async function readHolder(folder: string): Promise<Holder | null> {
  const database = new DatabaseSync(lockPath(folder), { readOnly: true });
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return null;
  } catch (error) {
    if (!isBusy(error)) throw error;
    return readHolderNote(folder);
  } finally {
    database.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 5;
}

const NOBODY_KNOWN: Holder = { login: 'somebody', host: 'unknown host', pid: 0, since: '', doing: 'unknown work' };

async function readHolderNote(folder: string): Promise<Holder> {
  try {
    return { ...NOBODY_KNOWN, ...(JSON.parse(await readFile(holderNotePath(folder), 'utf8')) as Partial<Holder>) };
  } catch {
    return NOBODY_KNOWN;
  }
}

function heldBy(holder: Holder): HandoverError {
  return new HandoverError(
    'held',
    'store-held',
    `The store is held by ${holder.login} on ${holder.host} (process ${holder.pid}) since ${holder.since}: ${holder.doing}.`,
    'Only one run at a time may write. Watch that run with "handover watch", and start yours when it has ended.',
  );
}
