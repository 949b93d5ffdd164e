import { cp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { tempFolder } from '../helpers/temp-folder.ts';
import { HOLDER, openAt } from '../store/given-store.ts';
import { prepareRace } from './race-field.ts';
import { raceLocks } from './race-locks.ts';

test('25 rounds of six processes after a dead or stopped writer: never two writers, and readers always read', async () => {
  const { faults, turns, refused, looks } = await raceLocks({ rounds: 25, racers: 6, folder: await tempFolder() });
  expect(faults).toEqual([]);
  // Twenty writers were killed and wrote nothing; five were stopped, and wrote when they went on.
  expect(turns).toBe(25 * 6 + 5);
  expect(refused).toBe(5 * 3);
  expect(looks).toBeGreaterThan(10);
});

test('whoever waited for a store that was replaced meanwhile is not the writer of the new one', async () => {
  const folder = await tempFolder();
  const field = await prepareRace(folder);
  onTestFinished(field.end);
  const { store } = field;
  const racer = await field.startRacer();
  for (let round = 1; round <= 3; round += 1) {
    const fresh = path.join(folder, `fresh-${round}`);
    await cp(store, fresh, { recursive: true });
    const former = await (await openAt(store)).startWriting(HOLDER);
    racer.send('try');
    // Not what proves it: only then it is likely that the attempt waits for the lock of the former store.
    await new Promise((resume) => setTimeout(resume, 100));
    await rename(store, path.join(folder, `former-${round}`));
    await rename(fresh, store);
    const writer = await (await openAt(store)).startWriting(HOLDER);
    await writeFile(field.mark, 'the test', { flag: 'wx' });
    await former.close();
    await racer.next('refused');
    await rm(field.mark);
    await writer.close();
  }
});
