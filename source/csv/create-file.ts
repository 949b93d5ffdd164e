import { randomBytes } from 'node:crypto';
import { type FileHandle, link, lstat, open, rename, unlink } from 'node:fs/promises';
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
  await refuseTaken(path, options.force === true);
  const own = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}`);
  const handle = await open(own, 'wx', 0o600).catch((error: unknown) => {
    throw refusal(path, error);
  });
  try {
    const result = await fillAndClose(handle, fill);
    if (options.force === true) await rename(own, path);
    else await putAt(own, path);
    return result;
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) throw taken(path);
    throw error instanceof Error && 'syscall' in error ? refusal(path, error) : error;
  } finally {
    await unlink(own).catch(() => undefined);
  }
}

/** Gives the finished file its name unless that is taken: by a link, or by claiming it where a disk knows no links. */
async function putAt(own: string, path: string): Promise<void> {
  try {
    await link(own, path);
  } catch (error) {
    if (!hasSystemCode(error, 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS')) throw error;
    await (await open(path, 'wx', 0o600)).close();
    await rename(own, path);
  }
}

/** Said before the work and not after it; the link says it once more, for whoever came in between. */
async function refuseTaken(path: string, force: boolean): Promise<void> {
  const found = await lstat(path).catch(() => null);
  if (found?.isDirectory()) throw refusal(path, null, 'it is a folder');
  if (found !== null && !force) throw taken(path);
}

function taken(path: string): HandoverError {
  return new HandoverError(
    'usage',
    'file-exists',
    `“${path}” exists already and was left as it is.`,
    'Choose another name, or allow it to be replaced (a command does with --force).',
  );
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
