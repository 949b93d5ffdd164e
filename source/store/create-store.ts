import { basename } from 'node:path';
import { HandoverError, hasSystemCode } from '../errors.ts';
import type { Disk, Random } from '../model/ports.ts';
import type { StoreData } from '../model/store-data.ts';
import { encodeCheckpoint } from './lowdb/checkpoint-adapter.ts';
import { checkpointPath, journalPath, lockPath } from './lowdb/store-files.ts';
import { storeFault } from './store-fault.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Makes a store in `folder` that holds `data`; an existing one is never touched, and of one that could not be made
 * nothing stays.
 * @throws HandoverError `store-exists`, `not-a-folder`, `folder-not-writable`, `disk-full`, `store-fault`
 */
export async function createStore(folder: string, data: StoreData, disk: Disk, random: Random): Promise<void> {
  await makeEmptyFolder(folder, disk);
  const begun: string[] = [];
  try {
    for (const path of [lockPath(folder), journalPath(folder, data.generation)]) {
      const file = await disk.create(path);
      begun.push(path);
      try {
        await file.sync();
      } finally {
        await file.close();
      }
    }
    // Lasting before the checkpoint is: a power cut keeps names in no order.
    await disk.syncFolder(folder);
    // The first to go again: without its journal it would be a damaged store.
    begun.unshift(checkpointPath(folder));
    await writeWhole(disk, random, checkpointPath(folder), encodeCheckpoint(data));
  } catch (error) {
    for (const path of begun) await disk.remove(path).catch(() => undefined);
    throw failure(folder, error);
  }
}

async function makeEmptyFolder(folder: string, disk: Disk): Promise<void> {
  let names: string[];
  try {
    await disk.makeFolder(folder);
    names = await disk.list(folder);
  } catch (error) {
    throw failure(folder, error);
  }
  if (names.length === 0) return;
  const isStore = names.includes(basename(checkpointPath(folder)));
  throw new HandoverError(
    'usage',
    'store-exists',
    isStore ? `The folder ${folder} holds a store.` : `The folder ${folder} is not empty, and holds no store.`,
    isStore
      ? 'Name another folder with --store DIR, or say --force to replace what is a demonstration store.'
      : 'Name another folder with --store DIR, or empty this one. The making of a store that was cut short leaves files, too.',
  );
}

function failure(folder: string, error: unknown): HandoverError {
  const hint = 'Name another folder with --store DIR.';
  if (hasSystemCode(error, 'EEXIST', 'ENOTDIR')) {
    return new HandoverError('usage', 'not-a-folder', `${folder} is no folder, or lies in none.`, hint, {
      cause: error,
    });
  }
  if (hasSystemCode(error, 'EACCES', 'EPERM', 'EROFS')) {
    const message = `The folder ${folder} cannot be written to.`;
    return new HandoverError('not-permitted', 'folder-not-writable', message, hint, { cause: error });
  }
  if (hasSystemCode(error, 'ENOSPC', 'EDQUOT')) {
    const room = 'Make room on the disk, or name a folder on another one with --store DIR.';
    return new HandoverError('unexpected', 'disk-full', `The disk under ${folder} is full: no store was made.`, room, {
      cause: error,
    });
  }
  return storeFault(folder, error);
}
