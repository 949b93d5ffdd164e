import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { access, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../../errors.ts';
import type { Holder } from '../../model/ports.ts';
import { shellWord } from '../../model/shell-word.ts';
import { timeText } from '../../model/time-text.ts';
import { notWritable } from '../store-fault.ts';
import { holderNotePath, lockPath } from './store-files.ts';

/** A held lock. The operating system frees it when the process ends, however it ends. */
export interface WriterLock {
  release(): Promise<void>;
}

/**
 * Becomes the one writer of the store in `folder`: an exclusive SQLite transaction on lock.db, held by the kernel.
 * lock.json beside it only tells people who it is.
 * @throws HandoverError `store-held` with who holds it and since when; `store-not-writable`, `disk-full`, `unusable-lock`
 */
export async function takeWriterLock(folder: string, holder: Holder): Promise<WriterLock> {
  const file = await identityOf(folder);
  const database = openLock(folder, false);
  try {
    await beginExclusive(database);
  } catch (error) {
    database.close();
    throw isBusy(error) ? heldBy(await readHolderNote(folder)) : unusable(folder, error);
  }
  // While this one waited, another store may have been put in its place: that one has a lock of its own.
  if ((await identityOf(folder)) !== file) {
    database.close();
    return takeWriterLock(folder, holder);
  }
  try {
    await writeHolderNote(folder, holder);
  } catch (error) {
    database.close();
    throw unusable(folder, error);
  }
  return {
    async release() {
      database.exec('ROLLBACK');
      database.close();
    },
  };
}

/** How often a held lock is tried before it is given up, and how long to wait in between, in milliseconds. */
const TRIES = 40;
const TRY_EVERY = 10;

/**
 * Not by SQLite's own patience: that keeps the whole process waiting, and looks ever more rarely.
 * @throws what SQLite throws of a lock that is still held, and of a lock file that is open for reading only
 */
async function beginExclusive(database: DatabaseSync): Promise<void> {
  database.exec('PRAGMA busy_timeout = 0');
  for (let left = TRIES; ; left -= 1) {
    try {
      database.exec('BEGIN EXCLUSIVE');
      break;
    } catch (error) {
      if (left === 0 || !isBusy(error)) throw error;
      await setTimeout(TRY_EVERY);
    }
  }
  // A file that it may not write to SQLite opens for reading, and then begins what shuts nobody out, without a word: only
  // a write tells. It never reaches the disk.
  database.exec('PRAGMA user_version = 1');
}

/**
 * Who writes to the store in `folder` at the moment; null: nobody.
 * @throws HandoverError `unusable-lock`
 */
export async function readHolder(folder: string): Promise<Holder | null> {
  try {
    await access(lockPath(folder), constants.F_OK);
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw error;
  }
  const database = openLock(folder, true);
  try {
    database.exec('PRAGMA busy_timeout = 0');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
    return null;
  } catch (error) {
    if (!isBusy(error)) throw unusable(folder, error);
    return readHolderNote(folder);
  } finally {
    database.close();
  }
}

function openLock(folder: string, readOnly: boolean): DatabaseSync {
  try {
    return new DatabaseSync(lockPath(folder), { readOnly });
  } catch (error) {
    throw unusable(folder, error);
  }
}

/** Which file the lock of `folder` is; null where there is none yet. */
async function identityOf(folder: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(lockPath(folder), { bigint: true });
    return `${dev}:${ino}`;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw error;
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
    await writeFile(temporary, `${JSON.stringify({ ...holder, check: checkOf(holder) })}\n`, {
      mode: 0o600,
      flag: 'wx',
    });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** A note that is not as it was written says nothing: to a made-up process somebody might send a signal. */
async function readHolderNote(folder: string): Promise<Holder> {
  try {
    const note = JSON.parse(await readFile(holderNotePath(folder), 'utf8')) as Holder & { check?: unknown };
    const { login, host, pid, since, doing } = note;
    const isWhole = [login, host, since, doing].every((text) => typeof text === 'string') && Number.isSafeInteger(pid);
    const holder = { login, host, pid, since, doing };
    // One of an older handover, which may be at work, has no check.
    const isAsWritten = note.check === undefined || note.check === checkOf(holder);
    return isWhole && pid > 0 && isAsWritten ? holder : NOBODY_KNOWN;
  } catch {
    return NOBODY_KNOWN;
  }
}

/** 16 hexadecimal digits of SHA-256 over what a note says. */
function checkOf({ login, host, pid, since, doing }: Holder): string {
  const said = JSON.stringify([login, host, pid, since, doing]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}

function heldBy(holder: Holder): HandoverError {
  const since = holder.since === '' ? '' : ` since ${timeText(holder.since)}`;
  return new HandoverError(
    'held',
    'store-held',
    `The store is held by ${holder.login} on ${holder.host} (process ${holder.pid})${since}: ${holder.doing}.`,
    'Only one run at a time may write. Watch that run with "handover watch", and start yours when it has ended.',
  );
}

/** What SQLite calls a file or a folder that it may not write to, and a disk that has no room. */
const READ_ONLY = 8;
const FULL = 13;

function unusable(folder: string, cause: unknown): HandoverError {
  // The lower half: the upper one says more closely what was tried.
  const code = cause instanceof Error && 'errcode' in cause ? Number(cause.errcode) & 0xff : null;
  if (code === READ_ONLY) return closedLock(folder, cause);
  if (hasSystemCode(cause, 'EROFS', 'EACCES', 'EPERM')) return notWritable(folder, cause);
  if (code === FULL || hasSystemCode(cause, 'ENOSPC', 'EDQUOT')) {
    const hint = 'Nothing was changed. Make room on the disk, then try again.';
    return new HandoverError('unexpected', 'disk-full', `The disk under ${folder} is full.`, hint, { cause });
  }
  return new HandoverError(
    'unexpected',
    'unusable-lock',
    `The lock file ${lockPath(folder)} cannot be used: ${sentenceOf(cause)}.`,
    `Nothing was changed. Open it to yourself with: chmod u+rw ${shellWord(lockPath(folder))}. What it holds means nothing: if that does not help, empty it while nobody is at work.`,
    { cause },
  );
}

function closedLock(folder: string, cause: unknown): HandoverError {
  const file = shellWord(lockPath(folder));
  return new HandoverError(
    'not-permitted',
    'store-not-writable',
    `The lock of the store, ${lockPath(folder)}, is closed to writing: it would not keep two from writing at once.`,
    `Nothing was changed. Open it to yourself with: chmod u+rw ${file}. Where it belongs to another account: sudo chown "$(id -u)" ${file}. Where the disk is there for reading only, mount it for writing.`,
    { cause },
  );
}
