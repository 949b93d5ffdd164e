import { timeText } from '../../model/time-text.ts';
import { backupGeneration } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';
import { sizeText } from './size-text.ts';

/** How old the checkpoint is, and how many former ones are kept. */
export const checkCheckpoint: Look = async ({ files }) => {
  const checkpoint = files.find(({ name }) => name === 'store.json');
  if (checkpoint === undefined) return null;
  const kept = files.filter(({ name }) => backupGeneration(name) !== null).length;
  const written = timeText(checkpoint.modifiedAt.toISOString());
  const former = kept === 1 ? 'one before it is kept' : `${kept} before it are kept`;
  return { name: 'checkpoint', ok: true, message: `Written ${written}, ${sizeText(checkpoint.bytes)}; ${former}.` };
};
