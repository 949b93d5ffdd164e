import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { holdsStore } from './lowdb/store-files.ts';

/** A file or folder within the folder of a store. */
export interface StoreFile {
  /** Path within the folder of the store. */
  name: string;
  isFolder: boolean;
  bytes: number;
  /** Number of the account that owns it. */
  owner: number;
  /** Permission bits; null for a link, whose bits mean nothing. */
  mode: number | null;
  modifiedAt: Date;
}

/**
 * Everything in the folder of a store and under its runs; nothing where there is no store in the folder, which may then
 * be any, and as large as it likes.
 */
export async function listStoreFiles(folder: string): Promise<StoreFile[]> {
  const top = await readdir(folder).catch(() => []);
  if (!holdsStore(top)) return [];
  const ofRuns = await readdir(join(folder, RUNS), { recursive: true }).catch(() => []);
  const names = [...top, ...ofRuns.map((name) => join(RUNS, name))];
  const files = await Promise.all(names.sort().map((name) => describe(folder, name)));
  return files.filter((file) => file !== null);
}

const RUNS = 'runs';

/** One that goes while the list is made is none. */
async function describe(folder: string, name: string): Promise<StoreFile | null> {
  const found = await lstat(join(folder, name)).catch(() => null);
  if (found === null) return null;
  const mode = found.isSymbolicLink() ? null : found.mode & 0o777;
  return { name, isFolder: found.isDirectory(), bytes: found.size, owner: found.uid, mode, modifiedAt: found.mtime };
}
