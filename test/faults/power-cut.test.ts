import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';
import { CHOSEN_CUTS } from './chosen-cuts.ts';
import { cutPower } from './cut-power.ts';
import { REAL_STORE } from './store-room.ts';

/** The same seed gives the same power cuts; each failure names the one that it came about with. */
const SEED = Number(process.env.HANDOVER_FAULT_SEED ?? 20_261_122);

test('a power cut at any call of the disk, and another in the recovery, loses nothing that was acknowledged', async () => {
  const folder = await tempFolder();
  const { points, calls, doubled, failures } = await cutPower({ room: REAL_STORE, folder, seed: SEED, rounds: 4 });
  expect(failures.slice(0, 20), `HANDOVER_FAULT_SEED=${SEED}: ${failures.length} of ${points} points`).toEqual([]);
  expect(points).toBeGreaterThanOrEqual(5000);
  expect(calls).toBeGreaterThan(100);
  expect(doubled).toBeGreaterThan(points * 0.4);
});

test.each(Object.entries(CHOSEN_CUTS))('%s: nothing that was acknowledged is lost', async (_name, cut) => {
  await cut(REAL_STORE, await tempFolder());
});
