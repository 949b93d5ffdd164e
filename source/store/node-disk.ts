import { constants, writeSync } from 'node:fs';
import { type FileHandle, link, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hasSystemCode } from '../errors.ts';
import type { Disk, DiskFile } from '../model/ports.ts';

const { O_CREAT, O_EXCL, O_NOFOLLOW, O_WRONLY, O_APPEND, O_RDONLY, O_NONBLOCK } = constants;

/** Bytes that the system takes in less time than it takes to ask another thread to hand them over. */
const SMALL = 2 ** 16;

/** The disk of this machine. */
export const nodeDisk: Disk = {
  async read(path, start = 0) {
    const handle = await openFile(path, O_RDONLY);
    try {
      const { size } = await handle.stat();
      const bytes = Buffer.allocUnsafe(Math.max(0, size - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    } finally {
      await handle.close();
    }
  },
  create: async (path) => diskFile(await open(path, O_CREAT | O_EXCL | O_NOFOLLOW | O_WRONLY | O_APPEND, 0o600)),
  append: async (path) => diskFile(await openFile(path, O_WRONLY | O_APPEND | O_NOFOLLOW)),
  rename,
  link,
  remove: (path) => rm(path),
  list: (folder) => readdir(folder),
  async syncFolder(folder) {
    const handle = await open(folder, O_RDONLY);
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  makeFolder,
};

/** A file that is there; a pipe in its place, at whose other end nobody may ever be, is not waited for. */
async function openFile(path: string, flags: number): Promise<FileHandle> {
  const handle = await open(path, flags | O_NONBLOCK);
  const found = await handle.stat();
  // What is wrong with a folder, the system says by itself.
  if (found.isFile() || found.isDirectory()) return handle;
  await handle.close();
  throw new Error('it is not a file, but something else that has its name');
}

/** Not by the `recursive` of mkdir, which tries for ever where none can be made though its parent is there (/proc). */
async function makeFolder(folder: string): Promise<void> {
  const make = () =>
    mkdir(folder, { mode: 0o700 }).then(
      () => syncParent(folder),
      async (error: unknown) => {
        if (!hasSystemCode(error, 'EEXIST') || !(await stat(folder)).isDirectory()) throw error;
      },
    );
  try {
    await make();
  } catch (error) {
    if (!hasSystemCode(error, 'ENOENT') || dirname(folder) === folder) throw error;
    await makeFolder(dirname(folder));
    await make();
  }
}

/** A folder that may be entered and not read cannot be synced; that is up to its owner. */
async function syncParent(folder: string): Promise<void> {
  await nodeDisk.syncFolder(dirname(folder)).catch((error: unknown) => {
    if (!hasSystemCode(error, 'EACCES', 'EPERM', 'EINVAL')) throw error;
  });
}

function diskFile(handle: FileHandle): DiskFile {
  return {
    write: async (bytes) =>
      bytes.length <= SMALL ? writeSync(handle.fd, bytes) : (await handle.write(bytes)).bytesWritten,
    sync: () => handle.datasync(),
    size: async () => (await handle.stat()).size,
    truncate: (size) => handle.truncate(size),
    close: () => handle.close(),
  };
}
