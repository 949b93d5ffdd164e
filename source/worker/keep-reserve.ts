import { join } from 'node:path';
import { hasSystemCode } from '../errors.ts';
import type { Disk } from '../model/ports.ts';
import { storeFault } from '../store/store-fault.ts';
import { writeAll } from '../store/write-whole.ts';

/** Enough for a few journal records, in bytes. */
const SIZE = 64 * 1024;

/** Room on the disk that nobody else can take. */
export interface Reserve {
  /** Gives the room back; nothing happens the second time. */
  free(): Promise<void>;
}

/**
 * Keeps some room in `folder`, so that where the disk becomes full the journal can still say that the run has stopped,
 * and why. Without room for it there is none: the journal will be the first to meet the full disk.
 * @throws HandoverError `store-fault`
 */
export async function keepReserve(disk: Disk, folder: string): Promise<Reserve> {
  const path = join(folder, 'reserve');
  const free = async () => {
    await disk.remove(path).catch((error: unknown) => {
      if (!hasSystemCode(error, 'ENOENT')) throw storeFault(folder, error);
    });
  };
  await free();
  try {
    const file = await disk.create(path);
    try {
      // Noise: what can be compressed or left out as empty keeps no room.
      await writeAll(file, crypto.getRandomValues(new Uint8Array(SIZE)));
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!hasSystemCode(error, 'ENOSPC', 'EDQUOT')) throw storeFault(folder, error);
    await free();
  }
  return { free };
}
