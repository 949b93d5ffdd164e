import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

/** Adds bytes to the file; resolves once the system has taken all of them. */
export type WriteBytes = (bytes: Uint8Array | string) => Promise<void>;

/**
 * Makes a file that only its owner may read (0600) and fills it by `fill`. It appears whole or not at all: an existing
 * file is replaced only with `force`, and only once the new one is complete.
 * @throws HandoverError `file-exists` without `force`; `not-written` where the disk or the folder refuses
 */
export async function createFile<T>(
  path: string,
  options: { force?: boolean | undefined },
  fill: (write: WriteBytes) => Promise<T>,
): Promise<T> {
  const own =
    options.force === true ? join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`) : path;
  const handle = await openNew(own, path);
  try {
    const result = await fillAndClose(handle, fill);
    if (own !== path) await rename(own, path);
    return result;
  } catch (error) {
    await unlink(own).catch(() => undefined);
    throw error instanceof Error && 'syscall' in error ? refusal(path, error) : error;
  }
}

async function openNew(own: string, path: string): Promise<FileHandle> {
  try {
    return await open(own, 'wx', 0o600);
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) {
      if ((await stat(path).catch(() => null))?.isDirectory()) throw refusal(path, error, 'it is a folder');
      throw new HandoverError(
        'usage',
        'file-exists',
        `“${path}” exists already and was left as it is.`,
        'Choose another name, or allow it to be replaced (a command does with --force).',
      );
    }
    throw refusal(path, error);
  }
}

async function fillAndClose<T>(handle: FileHandle, fill: (write: WriteBytes) => Promise<T>): Promise<T> {
  try {
    // appendFile goes on until every byte is taken; a bare write may stop short on a full disk.
    const result = await fill((bytes) => handle.appendFile(bytes));
    await handle.sync();
    return result;
  } finally {
    await handle.close();
  }
}

function refusal(path: string, error: unknown, known?: string): HandoverError {
  const reason = known ?? reasonOf(error);
  const hint = 'Choose another folder or name; nothing was left behind.';
  return new HandoverError('problems', 'not-written', `“${path}” could not be written: ${reason}.`, hint, {
    cause: error,
  });
}

function reasonOf(error: unknown): string {
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
