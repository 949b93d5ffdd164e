import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';

const run = promisify(execFile);

/** A file system of its own, gone when the test has ended. */
export interface SmallDisk {
  folder: string;
  /** Makes it `size` great: "4m". */
  grow(size: string): Promise<void>;
  /** Lets nobody write to it any more. */
  protect(): Promise<void>;
}

/** Mounts a file system of `size` ("1m") in memory; null where this account may not. */
export async function mountSmallDisk(size: string): Promise<SmallDisk | null> {
  const folder = await tempFolder();
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'handover-test', folder]);
  } catch {
    return null;
  }
  onTestFinished(async () => {
    await run('umount', ['-l', folder]);
  });
  const remount = async (option: string) => {
    await run('mount', ['-o', `remount,${option}`, folder]);
  };
  return { folder, grow: (wanted) => remount(`size=${wanted}`), protect: () => remount('ro') };
}
