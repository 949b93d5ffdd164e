import { join } from 'node:path';
import { HandoverError, hasSystemCode } from '../../errors.ts';
import { numberText } from '../../model/number-text.ts';
import type { Disk } from '../../model/ports.ts';
import { timeText } from '../../model/time-text.ts';
import { checkpointBody } from '../../store/lowdb/checkpoint-adapter.ts';
import { backupGeneration } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';
import { sizeText } from './size-text.ts';

/** How old the checkpoint is, and whether the former ones that are kept are as they were written. */
export const checkCheckpoint: Look = async ({ place, files, context: { disk } }) => {
  const checkpoint = files.find(({ name }) => name === 'store.json');
  if (place === null || checkpoint === undefined) return null;
  const name = 'checkpoint';
  const kept = files.map((file) => file.name).filter((file) => backupGeneration(file) !== null);
  const written = timeText(checkpoint.modifiedAt.toISOString());
  const own = `Written ${written}, ${sizeText(checkpoint.bytes)}`;
  const damaged: string[] = [];
  // One after the other: each may be as large as the store.
  for (const file of kept) if (await isDamaged(join(place.folder, file), disk)) damaged.push(file);
  const former = kept.length === 1 ? 'one before it is kept' : `${numberText(kept.length)} before it are kept`;
  if (damaged.length === 0) return { name, ok: true, message: `${own}; ${former}.` };
  const are = damaged.length === 1 ? 'is' : 'are';
  return {
    name,
    ok: false,
    message: `${own}; ${former}, of which ${damaged.join(', ')} ${are} damaged: not as handover wrote ${damaged.length === 1 ? 'it' : 'them'}.`,
    cure: `Nothing that works rests on ${damaged.length === 1 ? 'it' : 'them'}, but no way back leads there: put back from a backup what is damaged, or delete it.`,
  };
};

/** Whether a kept checkpoint is not as it was written, or cannot be read. One that went meanwhile is kept no more. */
async function isDamaged(path: string, disk: Disk): Promise<boolean> {
  try {
    checkpointBody(await disk.read(path), path);
    return false;
  } catch (error) {
    if (error instanceof HandoverError) return true;
    return !hasSystemCode(error, 'ENOENT');
  }
}
