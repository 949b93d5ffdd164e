import { dirname } from 'node:path';
import type { Disk, DiskFile, Random } from '../model/ports.ts';

/**
 * Puts `bytes` at `path` so that whatever happens either the former content or all of the new one is there: a new
 * file under a random name, every write counted, synced, its size compared, renamed, the folder synced.
 * @throws the system error; the former content then still stands.
 */
export async function writeWhole(disk: Disk, random: Random, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${path}.${random.token(12)}.tmp`;
  const file = await disk.create(temporary);
  try {
    try {
      await writeAll(file, bytes);
      await file.sync();
      const size = await file.size();
      if (size !== bytes.length) throw noSpace(`${temporary} holds ${size} of ${bytes.length} bytes`);
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/** Writes all of `bytes`, going on after a short write. @throws ENOSPC where a write takes nothing. */
export async function writeAll(file: DiskFile, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.length) {
    const count = await file.write(bytes.subarray(written));
    if (count === 0) throw noSpace('the disk took none of the bytes');
    written += count;
  }
}

function noSpace(message: string): Error {
  return Object.assign(new Error(message), { code: 'ENOSPC' });
}
