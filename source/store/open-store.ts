import type { Random, StorePort } from '../model/ports.ts';
import { noStore } from './lowdb/checkpoint-adapter.ts';
import { LowdbStore } from './lowdb/lowdb-store.ts';
import { checkpointPath, holdsStore } from './lowdb/store-files.ts';
import { nodeDisk } from './node-disk.ts';
import { storeFolder } from './store-folder.ts';
import { readStorePlace, refusePlace } from './store-place.ts';

/**
 * Opens the store that `location` names: a folder, or a URL of a kind that this handover knows.
 * @param isUnsafeAllowed whether it may lie on a file system whose locks are not to be trusted
 * @throws HandoverError `unknown-store-kind`, `foreign-store`, `store-exposed`, `network-store`, `no-store`,
 *   `damaged-store`, `newer-store`
 */
export async function openStore(location: string, random: Random, isUnsafeAllowed = false): Promise<StorePort> {
  const folder = storeFolder(location);
  const refusal = refusePlace(await readStorePlace(folder), isUnsafeAllowed);
  if (refusal !== null) throw (await isOther(folder)) ? noStore(checkpointPath(folder)) : refusal;
  return LowdbStore.open(folder, nodeDisk, random);
}

/** Whether `folder` holds other things than a store: nobody is to be told how to close that. */
async function isOther(folder: string): Promise<boolean> {
  const names = await nodeDisk.list(folder).catch(() => []);
  return names.length > 0 && !holdsStore(names);
}
