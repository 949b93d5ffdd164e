import type { Stats } from 'node:fs';
import { lstat, readdir, readlink, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { HandoverError } from '../errors.ts';
import { isStoreFolder } from '../model/is-store-folder.ts';
import { isSameFile } from './is-same-file.ts';

/**
 * Refuses a path that no file of the operator's may be written to: one in the folder of a store, whose files it would
 * destroy; one that is taken by something that is no plain file (a link, a folder, a pipe, a device), whatever is
 * forced; and one that is taken at all, unless `force`.
 * @throws HandoverError `inside-store`, `not-written`, `file-exists`
 */
export async function refuseOutPath(path: string, force: boolean): Promise<void> {
  const store = await findStoreAround(path);
  if (store !== null) throw insideStore(path, store);
  const found = await lstat(path).catch(() => null);
  if (found === null) return;
  if (found.isSymbolicLink()) {
    const end = await realpath(path).catch(async () => resolve(dirname(path), await readlink(path)));
    throw notWritten(path, `it is a link to ${end}`, 'Name that file itself, or another one; nothing was left behind.');
  }
  const kind = kindOf(found);
  if (kind !== null) throw notWritten(path, `it is ${kind}`, 'Choose another folder or name; nothing was left behind.');
  if (!force) throw taken(path);
}

/** Refuses a path that is one of the files `reads`. @throws HandoverError `same-file` */
export async function refuseRead(path: string, reads: readonly string[]): Promise<void> {
  for (const read of reads) {
    if (!(await isSameFile(path, read))) continue;
    const message = `“${path}” is the file that is read here: it would be lost. Nothing was written.`;
    throw new HandoverError('usage', 'same-file', message, 'Choose another name; that file stays as it is.');
  }
}

/** That a name has been taken. */
export function taken(path: string): HandoverError {
  return new HandoverError(
    'usage',
    'file-exists',
    `“${path}” exists already and was left as it is.`,
    'Choose another name, or allow it to be replaced (a command does with --force).',
  );
}

/** That a file cannot be written, and why. */
export function notWritten(path: string, reason: string, hint: string, cause?: unknown): HandoverError {
  return new HandoverError('problems', 'not-written', `“${path}” could not be written: ${reason}.`, hint, { cause });
}

function insideStore(path: string, store: string): HandoverError {
  return new HandoverError(
    'usage',
    'inside-store',
    `“${path}” lies in the folder of a store, ${store}: a file there could destroy the store, and nothing was written.`,
    'Choose a folder outside of it.',
  );
}

/** The real folder of the store that `path` lies in, at whatever depth and by whatever links; or null. */
async function findStoreAround(path: string): Promise<string | null> {
  let folder = await realpath(dirname(path)).catch(() => null);
  while (folder !== null) {
    if (await isStore(folder)) return folder;
    folder = dirname(folder) === folder ? null : dirname(folder);
  }
  return null;
}

/** Folders above may be large, and no business of ours: the names in them are read only where one says to look. */
async function isStore(folder: string): Promise<boolean> {
  for (const name of ['store.json', 'lock.db']) {
    const found = await lstat(join(folder, name)).catch(() => null);
    if (found !== null) return isStoreFolder(await readdir(folder).catch(() => ['store.json', 'lock.db']));
  }
  return false;
}

function kindOf(found: Stats): string | null {
  if (found.isFile()) return null;
  if (found.isDirectory()) return 'a folder';
  if (found.isFIFO()) return 'a pipe';
  if (found.isSocket()) return 'a socket';
  return 'a device';
}
