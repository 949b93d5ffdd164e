import { join } from 'node:path';
import { hasSystemCode } from '../../errors.ts';
import type { Disk } from '../../model/ports.ts';
import { STORE_VERSION } from '../../model/store-data.ts';
import { listPeople } from './list-people.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { backupGeneration, backupPath, checkpointPath, journalPath } from './store-files.ts';

/**
 * Puts all that the store holds into a new checkpoint and begins a new journal. The rename of store.json is the
 * moment at which it counts; before it the former checkpoint and its journal say the same.
 */
export async function writeCheckpoint(store: LowdbStore): Promise<void> {
  const { disk, folder, low, live, position } = store;
  const generation = position.generation + 1;
  await createEmpty(disk, journalPath(folder, generation));
  await keepBackup(disk, folder, position.generation);
  // Lasting before the checkpoint that names this journal: a power cut keeps names in no order.
  await disk.syncFolder(folder);
  const former = low.data;
  low.data = {
    ...former,
    version: STORE_VERSION,
    generation,
    sequence: position.sequence,
    chain: position.chain,
    people: listPeople(live.people),
    runs: [...live.runs.values()],
    settings: live.settings,
    mappings: [...live.mappings.values()],
    auditHead: live.auditHead,
    lastId: live.lastId,
  };
  try {
    await low.write();
  } catch (error) {
    low.data = former;
    throw error;
  }
  store.position = { ...position, generation, bytes: 0, lines: 0 };
  await removeOldBackups(disk, folder, generation - live.settings.keepCheckpoints);
}

/** A left-over of a checkpoint that never counted is empty, and begun anew. */
async function createEmpty(disk: Disk, path: string): Promise<void> {
  await disk.remove(path).catch(ignoring('ENOENT'));
  const file = await disk.create(path);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function keepBackup(disk: Disk, folder: string, generation: number): Promise<void> {
  await disk.link(checkpointPath(folder), backupPath(folder, generation)).catch(ignoring('EEXIST'));
}

async function removeOldBackups(disk: Disk, folder: string, oldestKept: number): Promise<void> {
  for (const name of await disk.list(folder)) {
    const backup = backupGeneration(name);
    if (backup !== null && backup < oldestKept) await disk.remove(join(folder, name)).catch(ignoring('ENOENT'));
  }
}

function ignoring(...codes: string[]): (error: unknown) => void {
  return (error) => {
    if (!hasSystemCode(error, ...codes)) throw error;
  };
}
