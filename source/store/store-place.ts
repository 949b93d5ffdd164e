import { stat, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readAccountName } from '../account-name.ts';
import { HandoverError } from '../errors.ts';
import { distantFileSystem } from './distant-file-system.ts';

/** Where a store lies, or would lie. */
export interface StorePlace {
  folder: string;
  /** Null where there is no such folder yet. */
  present: {
    /** Number of the account that owns it. */
    owner: number;
    ownerName: string;
    /** Permission bits. */
    mode: number;
  } | null;
  /** Number of the account that this runs under; null on a system that has none. */
  account: number | null;
  /** Number of the file system, as statfs gives it. */
  fileSystem: number;
  /** Bytes that are free on it for this account; null: unknown. */
  free: number | null;
}

/** What there is to know of the place of a store. Rejects with system errors other than that it is not there. */
export async function readStorePlace(folder: string): Promise<StorePlace> {
  const found = await stat(folder).catch(() => null);
  const present =
    found === null
      ? null
      : { owner: found.uid, ownerName: await readAccountName(found.uid, '/'), mode: found.mode & 0o777 };
  return { folder, present, account: process.getuid?.() ?? null, ...(await readFileSystem(folder)) };
}

/** That of the nearest folder that is there. */
async function readFileSystem(folder: string): Promise<Pick<StorePlace, 'fileSystem' | 'free'>> {
  const found = await statfs(folder).catch(() => null);
  if (found !== null) return { fileSystem: found.type, free: found.bavail * found.bsize };
  const parent = dirname(folder);
  return parent === folder ? { fileSystem: 0, free: null } : readFileSystem(parent);
}

/**
 * Why no store is opened or made at `place`, or null: it belongs to another account, even where this one is root's,
 * for what is written would be out of the owner's reach; others may write to it, and it could hold anybody's journal;
 * or its file system is a distant one, unless `isUnsafeAllowed`.
 * @returns HandoverError `foreign-store`, `store-exposed`, `network-store`, to be thrown
 */
export function refusePlace(place: StorePlace, isUnsafeAllowed: boolean): HandoverError | null {
  const { folder, present, account, fileSystem } = place;
  if (present !== null && account !== null && present.owner !== account) return foreignStore(folder, present);
  if (present !== null && (present.mode & 0o022) !== 0) {
    return new HandoverError(
      'not-permitted',
      'store-exposed',
      `Others than its owner may write to the store folder ${folder}.`,
      `Close it with: chmod 700 ${folder}`,
    );
  }
  const distant = distantFileSystem(fileSystem);
  if (distant === null || isUnsafeAllowed) return null;
  return new HandoverError(
    'not-permitted',
    'network-store',
    `The folder ${folder} lies on ${distant}: locks are not to be trusted there, and two runs could write at once.`,
    'Put the store on a disk of this machine. Where just one machine ever opens it, say --unsafe-fs.',
  );
}

function foreignStore(folder: string, { owner, ownerName }: { owner: number; ownerName: string }): HandoverError {
  const account = ownerName === `uid ${owner}` ? `'#${owner}'` : ownerName;
  return new HandoverError(
    'not-permitted',
    'foreign-store',
    `The store folder ${folder} belongs to another account: ${ownerName}.`,
    `Work under that account, so that its files stay its own: sudo -u ${account} handover …`,
  );
}
