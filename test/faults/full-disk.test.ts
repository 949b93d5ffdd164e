import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { JournalRecord } from '../../source/model/journal.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan, startWorker } from '../../source/worker/start-worker.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { openAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { eventsOf, timesDone } from '../worker/given-run.ts';
import { mountSmallDisk } from './small-disk.ts';

const PAIRS = 200;
const CATALOGUE = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');

test('a disk of 1 MB that a run fills up: the run stops and says so, and with more room it goes on to its end', async (ctx) => {
  const disk = await mountSmallDisk('1m');
  if (disk === null) return ctx.skip('cannot mount a tmpfs here');
  const folder = path.join(disk.folder, 'store');
  const data = makeDemo({ users: 2 * PAIRS, seed: 7 });
  const pairs = Array.from({ length: PAIRS }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2]);
  const plan = planOn(data, pairsOf(...pairs));
  await createStore(folder, data, nodeDisk, systemRandom);
  await freezePlan(nodeDisk, systemRandom, folder, 'one', plan);
  const request = {
    program: PROGRAM,
    location: folder,
    operator: 'admin',
    catalogue: CATALOGUE,
    environment: plainEnvironment(folder),
    isUnsafeAllowed: false,
  };

  const reader = await openAt(folder);
  await startWorker('one', request);
  const end = (await eventsOf(reader)).at(-1);
  expect(end).toMatchObject({ event: 'run-finished', state: 'stopped', failed: 0 });
  expect(end).toMatchObject({ reason: expect.stringContaining(folder) });
  expect(end).toMatchObject({ reason: expect.stringMatching(/^The disk under .* is full\.$/) });
  expect(end?.done).toBeGreaterThan(0);
  expect(end?.left).toBe(PAIRS - (end?.done ?? 0));
  expect((await readdir(folder)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const reopened = await openAt(folder);
  expect((await reopened.runs())[0]).toMatchObject({ state: 'stopped', counts: { done: end?.done, left: end?.left } });

  await disk.grow('8m');
  await startWorker('one', request);
  expect((await eventsOf(reopened)).at(-1)).toMatchObject({ state: 'succeeded', done: PAIRS, failed: 0, left: 0 });
  const records: JournalRecord[] = [];
  for await (const record of (await openAt(folder)).records()) records.push(record);
  expect(timesDone(records)).toEqual(new Map(pairs.map(([source, target]) => [`${source}:${target}`, 1])));
});
