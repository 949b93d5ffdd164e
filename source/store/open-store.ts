import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HandoverError } from '../errors.ts';
import type { Random, StorePort } from '../model/ports.ts';
import { LowdbStore } from './lowdb/lowdb-store.ts';
import { nodeDisk } from './node-disk.ts';

/**
 * Opens the store that `location` names: a folder, or a URL of a kind that this handover knows.
 * @throws HandoverError `unknown-store-kind`, `store-exposed`, `no-store`, `damaged-store`, `newer-store`
 */
export async function openStore(location: string, random: Random): Promise<StorePort> {
  const scheme = /^([a-z][a-z0-9+.-]+):\/\//i.exec(location)?.[1];
  if (scheme !== undefined && scheme !== 'file') {
    throw new HandoverError(
      'usage',
      'unknown-store-kind',
      `This handover has no store of the kind "${scheme}".`,
      'Name the folder of a store: --store DIR.',
    );
  }
  const folder = resolve(location.replace(/^file:\/\//i, ''));
  await refuseExposed(folder);
  return LowdbStore.open(folder, nodeDisk, random);
}

/** A folder that others may write to could hold anybody's journal. */
async function refuseExposed(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found === null || (found.mode & 0o022) === 0) return;
  throw new HandoverError(
    'not-permitted',
    'store-exposed',
    `Others than its owner may write to the store folder ${folder}.`,
    `Close it with: chmod 700 ${folder}`,
  );
}
