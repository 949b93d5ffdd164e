import { expect, test } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';
import { raceLocks } from './race-locks.ts';

test('25 rounds of six processes after a dead or stopped writer: never two writers, and readers always read', async () => {
  const { faults, turns, refused, looks } = await raceLocks({ rounds: 25, racers: 6, folder: await tempFolder() });
  expect(faults).toEqual([]);
  // Twenty writers were killed and wrote nothing; five were stopped, and wrote when they went on.
  expect(turns).toBe(25 * 6 + 5);
  expect(refused).toBe(5 * 3);
  expect(looks).toBeGreaterThan(10);
});
