import type { Disk, Random, StorePort } from '../../source/model/ports.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { createStore } from '../../source/store/create-store.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';

/** What is asked of a store that is tried on a simulated disk: the real one, or one with a fault built in. */
export interface StoreRoom {
  create(folder: string, data: StoreData, disk: Disk, random: Random): Promise<void>;
  open(folder: string, disk: Disk, random: Random): Promise<StorePort>;
}

/** The store as it is. */
export const REAL_STORE: StoreRoom = {
  create: createStore,
  open: (folder, disk, random) => LowdbStore.open(folder, disk, random),
};
