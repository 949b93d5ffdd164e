import type { StorePort } from '../../model/ports.ts';
import type { DonePairs } from '../world.ts';

/** What each operation has done, pair by pair. */
export async function readDonePairs(store: StorePort): Promise<DonePairs> {
  const [transfer, merge] = await Promise.all([store.donePairs('transfer'), store.donePairs('merge')]);
  return { transfer, merge };
}
