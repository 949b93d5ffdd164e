import { mkdir, readdir, rename, symlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkPlans } from '../../source/session/health/check-plans.ts';
import { readRunPlan } from '../../source/session/read-run-plan.ts';
import { writeStore } from '../../source/session/write-store.ts';
import { listStoreFiles } from '../../source/store/list-store-files.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan, type WorkerMessage } from '../../source/worker/start-worker.ts';
import { workOn } from '../faults/work-on.ts';
import { givenStore } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { carryAs } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

/** A store with run "one", and for each of `starts` what a start leaves that was broken off so many minutes ago. */
async function givenStarts(starts: Readonly<Record<string, number>>) {
  const { folder, data } = await givenStore(40);
  await carryAs(folder, 'one', [[21, 22]]);
  const runs = path.join(folder, 'runs');
  await setAge(path.join(runs, 'one'), 60);
  for (const [id, minutes] of Object.entries(starts)) {
    await freezePlan(nodeDisk, systemRandom, folder, id, planOn(data, pairsOf([23, 24])));
    await writeFile(path.join(runs, id, 'worker.log'), '');
    await setAge(path.join(runs, id), minutes);
  }
  return { folder, runs };
}

async function setAge(file: string, minutes: number): Promise<void> {
  const then = new Date(Date.now() - minutes * 60_000);
  await utimes(file, then, then);
}

/** Writes to the store as a change of settings does. */
async function write(folder: string): Promise<void> {
  const { session, context } = await deskAt(folder);
  await writeStore(session, context, 'nothing', async () => undefined);
}

async function told(folder: string) {
  const { session, context } = await deskAt(folder);
  return checkPlans({ context, place: null, files: await listStoreFiles(folder), opened: session.store });
}

test('what a broken-off start has left goes with the next write; what began, and what may yet begin, stays', async () => {
  const { folder, runs } = await givenStarts({ old: 11, young: 9 });
  await freezePlan(nodeDisk, systemRandom, folder, 'halfway', await readRunPlan(folder, 'one'));
  await rename(path.join(runs, 'halfway', 'plan.json'), path.join(runs, 'halfway', 'plan.json.abc234.tmp'));
  await setAge(path.join(runs, 'halfway'), 11);
  expect((await told(folder))?.message).toContain('runs/halfway, runs/old, runs/young');
  await write(folder);
  expect(await readdir(runs)).toEqual(['one', 'young']);
  expect(await told(folder)).toMatchObject({ ok: true, message: expect.stringContaining('runs/young') });
});

test('a folder that holds anything else, a link and what cannot be a run stay as they are', async () => {
  const { folder, runs } = await givenStarts({ kept: 60 });
  await writeFile(path.join(runs, 'kept', 'notes.txt'), 'mine');
  await mkdir(path.join(runs, 'My copy'));
  await symlink(path.join(runs, 'one'), path.join(runs, 'link'));
  for (const name of ['kept', 'My copy']) await setAge(path.join(runs, name), 60);
  await write(folder);
  expect(await readdir(runs)).toEqual(['My copy', 'kept', 'link', 'one']);
  expect(await readdir(path.join(runs, 'kept'))).toEqual(['notes.txt', 'plan.json', 'worker.log']);
});

test('a worker clears away as well, but never what it is about to run, however long ago that was prepared', async () => {
  const { folder, runs } = await givenStarts({ old: 11, two: 11 });
  const catalogueFile = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');
  const told: WorkerMessage[] = [];
  await workOn({
    run: 'two',
    folder,
    catalogueFile,
    disk: nodeDisk,
    around: (append) => append,
    tell: (message) => told.push(message),
  });
  expect(told).toEqual([{ started: true }]);
  expect(await readdir(runs)).toEqual(['one', 'two']);
  expect(await readdir(path.join(runs, 'two'))).toEqual(['plan.json', 'worker.log']);
});

test('a run whose frozen plan is gone: what that means is said where it is needed, and by doctor', async () => {
  const { folder, runs } = await givenStarts({});
  expect((await told(folder))?.message).toBe('Every run has the plan that it was begun with.');
  await rename(path.join(runs, 'one', 'plan.json'), path.join(folder, '..', 'plan.json'));
  await expect(readRunPlan(folder, 'one')).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringContaining('frozen plan of run one'),
    hint: expect.stringContaining('backup'),
  });
  expect(await told(folder)).toMatchObject({
    ok: false,
    message: expect.stringContaining('one'),
    cure: expect.stringContaining('runs/one/plan.json'),
  });
});
