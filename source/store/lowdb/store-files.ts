import { join } from 'node:path';

/** The checkpoint in a store's folder. */
export const checkpointPath = (folder: string): string => join(folder, 'store.json');
/** The journal of one generation: every change since the checkpoint of that generation. */
export const journalPath = (folder: string, generation: number): string => join(folder, `journal.${generation}.jsonl`);
/** A former checkpoint that is kept. */
export const backupPath = (folder: string, generation: number): string => join(folder, `checkpoint.${generation}.json`);
/** What the writer holds by the kernel. */
export const lockPath = (folder: string): string => join(folder, 'lock.db');
/** Who the writer is, for people. */
export const holderNotePath = (folder: string): string => join(folder, 'lock.json');

/** The generation of a kept checkpoint's file name, or null for any other name. */
export function backupGeneration(name: string): number | null {
  const digits = /^checkpoint\.(\d+)\.json$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** The generation of a journal's file name, or null for any other name. */
export function journalGeneration(name: string): number | null {
  const digits = /^journal\.(\d+)\.jsonl$/.exec(name)?.[1];
  return digits === undefined ? null : Number(digits);
}

/** Whether a folder with files of these names is that of a store, be it one of which a part is missing. */
export function holdsStore(names: readonly string[]): boolean {
  return names.some((name) => name === 'store.json' || journalGeneration(name) !== null);
}

/** Whether a file name is that of a checkpoint, a holder's note or an audit log that was never finished. */
export function isLeftover(name: string): boolean {
  return /^(store\.json|lock\.json|audit\.jsonl)\.[a-z0-9]+\.tmp$/.test(name);
}
