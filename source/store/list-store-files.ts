import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file or folder within the folder of a store. */
export interface StoreFile {
  /** Path within the folder of the store. */
  name: string;
  bytes: number;
  /** Number of the account that owns it. */
  owner: number;
  /** Permission bits; null for a link, whose bits mean nothing. */
  mode: number | null;
  modifiedAt: Date;
}

/** Everything in the folder of a store, its subfolders included; nothing where there is no such folder. */
export async function listStoreFiles(folder: string): Promise<StoreFile[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = await Promise.all(names.sort().map((name) => describe(folder, name)));
  return files.filter((file) => file !== null);
}

/** One that goes while the list is made is none. */
async function describe(folder: string, name: string): Promise<StoreFile | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  if (found === null) return null;
  const mode = found.isSymbolicLink() ? null : found.mode & 0o777;
  return { name, bytes: found.size, owner: found.uid, mode, modifiedAt: found.mtime };
}
