import { randomBytes } from 'node:crypto';
import { closeSync, linkSync, openSync, renameSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';
import { guardUnfinished } from './guard-unfinished.ts';
import { notWritten, refuseOutPath, refuseRead, taken } from './refuse-out-path.ts';

/** Adds bytes to the file; resolves once the system has taken all of them. */
export type WriteBytes = (bytes: Uint8Array | string) => Promise<void>;

export interface CreateOptions {
  /** Whether a file that is there is replaced. */
  force?: boolean | undefined;
  /** Files that whoever writes this one reads: it is none of them, whatever is forced. */
  reads?: readonly string[] | undefined;
}

/**
 * Makes a file that only its owner may read (0600) and fills it by `fill`. It appears whole or not at all, also where a
 * signal ends the process: an existing file is replaced only with `force`, and only once the new one is complete.
 * Whatever is no plain file is never replaced, and nothing is written into the folder of a store.
 * @throws HandoverError `file-exists` without `force`; `same-file` as one of `reads`; `inside-store`; `not-written` where the disk or the folder
 * refuses, or the name stands for something else than a file
 */
export async function createFile<T>(
  path: string,
  options: CreateOptions,
  fill: (write: WriteBytes) => Promise<T>,
): Promise<T> {
  const force = options.force === true;
  // Said before the work and not after it; and once more then, for whoever came in between.
  await refuseRead(path, options.reads ?? []);
  await refuseOutPath(path, force);
  // A name of its own, and short: the longest name that a disk takes has no room for more.
  const own = join(dirname(path), `.handover-${randomBytes(6).toString('hex')}`);
  return guardUnfinished(path, own, async (goOn) => {
    try {
      const handle = await open(own, 'wx', 0o600);
      const result = await fillAndClose(handle, fill, goOn);
      await refuseOutPath(path, force);
      await goOn();
      if (force) renameSync(own, path);
      else putAt(own, path);
      return result;
    } catch (error) {
      if (hasSystemCode(error, 'EEXIST')) throw taken(path);
      throw error instanceof Error && 'syscall' in error ? refusal(path, error) : error;
    }
  });
}

/**
 * Gives the finished file its name unless that is taken: by a link, or by claiming it where a disk knows no links. At one
 * go, so that no signal comes in between.
 */
function putAt(own: string, path: string): void {
  try {
    linkSync(own, path);
  } catch (error) {
    if (!hasSystemCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    closeSync(openSync(path, 'wx', 0o600));
    renameSync(own, path);
  }
}

async function fillAndClose<T>(
  handle: FileHandle,
  fill: (write: WriteBytes) => Promise<T>,
  goOn: () => Promise<void>,
): Promise<T> {
  try {
    const result = await fill(async (bytes) => {
      await goOn();
      // appendFile goes on until every byte is taken; a bare write may stop short on a full disk.
      await handle.appendFile(bytes);
    });
    await goOn();
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

function refusal(path: string, error: Error): HandoverError {
  return notWritten(path, reasonOf(error), 'Choose another folder or name; nothing was left behind.', error);
}

function reasonOf(error: Error): string {
  return hasSystemCode(error, 'ENOENT', 'ENOTDIR')
    ? 'its folder does not exist'
    : hasSystemCode(error, 'EACCES', 'EPERM', 'EROFS')
      ? 'you have no right to write there'
      : hasSystemCode(error, 'EISDIR')
        ? 'it is a folder'
        : hasSystemCode(error, 'ENOSPC', 'EDQUOT')
          ? 'the disk is full'
          : sentenceOf(error);
}
