import { HandoverError, hasSystemCode } from '../errors.ts';
import type { Disk, Random } from '../model/ports.ts';
import type { StoreData } from '../model/store-data.ts';
import { encodeCheckpoint } from './lowdb/checkpoint-adapter.ts';
import { checkpointPath, journalPath, lockPath } from './lowdb/store-files.ts';
import { writeWhole } from './write-whole.ts';

/**
 * Makes a store in `folder` that holds `data`; an existing one is never touched.
 * @throws HandoverError `store-exists`
 */
export async function createStore(folder: string, data: StoreData, disk: Disk, random: Random): Promise<void> {
  await disk.makeFolder(folder);
  if ((await disk.list(folder)).length > 0) {
    throw new HandoverError(
      'usage',
      'store-exists',
      `The folder ${folder} is not empty.`,
      'Name another folder with --store DIR, or say --force to replace what is a demonstration store.',
    );
  }
  for (const path of [lockPath(folder), journalPath(folder, data.generation)]) {
    const file = await disk.create(path).catch((error: unknown) => {
      throw hasSystemCode(error, 'EACCES', 'EROFS') ? notWritable(folder, error) : error;
    });
    await file.sync();
    await file.close();
  }
  await writeWhole(disk, random, checkpointPath(folder), encodeCheckpoint(data));
}

function notWritable(folder: string, cause: unknown): HandoverError {
  return new HandoverError(
    'not-permitted',
    'folder-not-writable',
    `The folder ${folder} cannot be written to.`,
    'Name another folder with --store DIR.',
    { cause },
  );
}
