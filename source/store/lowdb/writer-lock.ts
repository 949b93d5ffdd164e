import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { HandoverError, hasSystemCode } from '../../errors.ts';
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
  try {
    await writeHolderNote(folder, holder);
  } catch (error) {
    database.close();
    throw error;
  }
  return {
    async release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** Who writes to the store in `folder` at the moment; null: nobody. */
export async function readHolder(folder: string): Promise<Holder | null> {
  try {
    await access(lockPath(folder), constants.F_OK);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw error;
  }
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

/** Under a name of its own first, so that nobody reads half of it and no planted link is followed. */
async function writeHolderNote(folder: string, holder: Holder): Promise<void> {
  const path = holderNotePath(folder);
  const temporary = `${path}.${randomUUID().replaceAll('-', '')}.tmp`;
  try {
    await writeFile(temporary, `${JSON.stringify(holder)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A note that is not whole says nothing: to a made-up process somebody might send a signal. */
async function readHolderNote(folder: string): Promise<Holder> {
  try {
    const { login, host, pid, since, doing } = JSON.parse(await readFile(holderNotePath(folder), 'utf8')) as Holder;
    const isWhole = [login, host, since, doing].every((text) => typeof text === 'string') && Number.isSafeInteger(pid);
    return isWhole && pid > 0 ? { login, host, pid, since, doing } : NOBODY_KNOWN;
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
