import { join } from 'node:path';

/** The names of the files in a store folder. */
export const checkpointPath = (folder: string): string => join(folder, 'store.json');
export const journalPath = (folder: string, generation: number): string => join(folder, `journal.${generation}.jsonl`);
export const backupPath = (folder: string, generation: number): string => join(folder, `checkpoint.${generation}.json`);
export const lockPath = (folder: string): string => join(folder, 'lock.db');
export const holderNotePath = (folder: string): string => join(folder, 'lock.json');

/** The generation of a kept checkpoint's file name, or null for any other name. */
export function backupGeneration(name: string): number | null {
  const digits = /^checkpoint\.(\d+)\.json$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether a file name is that of a checkpoint, or of a holder's note, that was never finished. */
export function isLeftover(name: string): boolean {
  return /^(store|lock)\.json\.[a-z0-9]+\.tmp$/.test(name);
}
