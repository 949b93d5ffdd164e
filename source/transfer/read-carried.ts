import type { DonePair } from '../merge/undo-pair.ts';
import type { StorePort } from '../model/ports.ts';
import type { CarriedPairs } from './carry-pair.ts';

/**
 * What run `run` did to each pair that it did, by its journal records.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function readCarried(store: StorePort, run: string): Promise<CarriedPairs> {
  const carried = new Map<string, DonePair>();
  for await (const { entry } of store.records({ run })) {
    if (entry.kind !== 'pair-done') continue;
    const { source, target, before, after } = entry;
    carried.set(`${source}:${target}`, { source, target, before, after });
  }
  return carried;
}
