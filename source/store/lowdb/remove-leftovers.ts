import { join } from 'node:path';
import { hasSystemCode } from '../../errors.ts';
import type { Disk } from '../../model/ports.ts';
import { isLeftover } from './store-files.ts';

/** Removes from the folder of a store what writers that were killed never finished; only its one writer may. */
export async function removeLeftovers(disk: Disk, folder: string): Promise<void> {
  for (const name of await disk.list(folder)) {
    if (!isLeftover(name)) continue;
    await disk.remove(join(folder, name)).catch((error: unknown) => {
      if (!hasSystemCode(error, 'ENOENT')) throw error;
    });
  }
}
