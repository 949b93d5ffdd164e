import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { locateRun } from '../../source/worker/run-folder.ts';
import { freezePlan, startWorker } from '../../source/worker/start-worker.ts';
import { stopRun } from '../../source/worker/stop-run.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, contentOf, givenStore, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../transfer/given-plan.ts';
import { eventsOf, givenRun, holdWorker, timesDone } from './given-run.ts';

const STARTING_PROCESS = path.join(import.meta.dirname, 'starting-process.ts');

test('the run goes on to its end though its starter is killed and the terminal is lost', async () => {
  const { folder, request } = await givenRun();
  const store = await openAt(folder);
  const starter = spawn(process.execPath, [STARTING_PROCESS, JSON.stringify(request)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  await once(starter, 'message');
  const pid = await holdWorker(folder);
  starter.kill('SIGKILL');
  await once(starter, 'exit');
  process.kill(pid, 'SIGHUP');
  process.kill(pid, 'SIGCONT');
  const events = await eventsOf(store);
  expect(events.at(-1)).toEqual({
    event: 'run-finished',
    run: 'one',
    state: 'succeeded',
    done: 2000,
    failed: 0,
    left: 0,
  });
  expect(await readFile(locateRun(folder, 'one').log, 'utf8')).toBe('');
});

test('asked to stop, it ends after the pairs at work, and a worker started again does the rest', async () => {
  const { folder, request, plan } = await givenRun();
  const reader = await openAt(folder);
  await startWorker('one', request);
  const pid = await holdWorker(folder);
  const following = eventsOf(await openAt(folder));
  await stopRun(reader, 'one', (await reader.holder())?.host ?? '');
  process.kill(pid, 'SIGCONT');
  const stopped = (await following).at(-1);
  expect(stopped).toMatchObject({ event: 'run-finished', state: 'stopped', failed: 0 });
  expect(stopped?.left).toBeGreaterThan(0);

  await startWorker('one', request);
  expect((await eventsOf(await openAt(folder))).at(-1)).toMatchObject({ state: 'succeeded', done: 2000, left: 0 });
  const times = timesDone(await reader.refresh());
  expect(times).toEqual(new Map(plan.pairs.map(({ source, target }) => [`${source.id}:${target.id}`, 1])));
});

test('killed, it shows as interrupted; gone on with, every pair is done exactly once and the people are right', async () => {
  const { folder, request, data, plan } = await givenRun();
  const reader = await openAt(folder);
  const [first, second] = [await openAt(folder), await openAt(folder)];
  await startWorker('one', request);
  const pid = await holdWorker(folder);
  const following = Promise.all([eventsOf(first), eventsOf(second)]);
  process.kill(pid, 'SIGKILL');
  for (const events of await following) {
    expect(events.at(-1)).toMatchObject({ event: 'run-finished', state: 'interrupted' });
    expect(events.at(-1)?.left).toBeGreaterThan(0);
  }
  expect((await first.runs())[0]).toMatchObject({ id: 'one', state: 'interrupted', finishedAt: null });

  await startWorker('one', request);
  expect((await eventsOf(first)).at(-1)).toMatchObject({ state: 'succeeded', done: 2000, failed: 0, left: 0 });
  const times = timesDone(await reader.refresh());
  expect(times).toEqual(new Map(plan.pairs.map(({ source, target }) => [`${source.id}:${target.id}`, 1])));

  const { folder: beside } = await givenStore(data.people.length);
  const { store: whole, writer } = await writeAt(beside);
  const here = { run: 'one', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR };
  for await (const _event of runPlan({ ...here, stop: new AbortController().signal }));
  await writer.close();
  expect((await contentOf(await openAt(folder))).people).toEqual((await contentOf(whole)).people);
});

test('a second run is refused while one goes on, whoever starts it, and leaves that one alone', async () => {
  const { folder, request, data } = await givenRun();
  const other = planOn(data, pairsOf([4501, 4502]), { id: 'plan-2' });
  await freezePlan(nodeDisk, systemRandom, folder, 'two', other);
  await startWorker('one', request);
  const pid = await holdWorker(folder);
  for (const id of ['two', 'one']) {
    const refusal = await startWorker(id, request).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'store-held', exitStatus: 6, message: expect.stringContaining(String(pid)) });
  }
  process.kill(pid, 'SIGCONT');
  expect((await eventsOf(await openAt(folder))).at(-1)).toMatchObject({ state: 'succeeded', done: 2000 });
  expect(await (await openAt(folder)).run('two')).toBeNull();
});

test('all who follow see every event, also those who share a store with somebody who reads it as well', async () => {
  const { folder, request, plan } = await givenRun();
  await startWorker('one', request);
  const pid = await holdWorker(folder);
  const [own, shared] = [await openAt(folder), await openAt(folder)];
  let isOver = false;
  const restless = (async () => {
    while (!isOver) {
      await shared.refresh();
      await new Promise((resume) => setImmediate(resume));
    }
  })();
  const following = Promise.all([eventsOf(own), eventsOf(shared), eventsOf(shared)]);
  process.kill(pid, 'SIGCONT');
  for (const events of await following) {
    const [start, ...rest] = events;
    const seen = rest.flatMap((event) => (event.event === 'pair-done' ? [event.source] : []));
    expect(seen).toEqual(plan.pairs.slice(start?.done).map(({ source }) => source.id));
    expect(rest.map(({ done }) => done).slice(0, -1)).toEqual(seen.map((_, index) => (start?.done ?? 0) + index + 1));
    expect(events.at(-1)).toMatchObject({ event: 'run-finished', state: 'succeeded', done: 2000 });
  }
  isOver = true;
  await restless;
});

test('who follows a run that has ended is told where it stands and that it ended; of no run nothing is told', async () => {
  const { folder, request } = await givenRun(3, 40);
  expect(await eventsOf(await openAt(folder))).toEqual([]);
  await startWorker('one', request);
  await eventsOf(await openAt(folder));
  expect(await eventsOf(await openAt(folder))).toEqual([
    { event: 'run-started', run: 'one', pairs: 3, done: 3, failed: 0, left: 0 },
    { event: 'run-finished', run: 'one', state: 'succeeded', done: 3, failed: 0, left: 0 },
  ]);
});

test('a worker that may not begin says why to its starter, and nothing is begun', async () => {
  const { folder, request, data, plan } = await givenRun(3, 60);
  const { folder: elsewhere } = locateRun(folder, 'one');
  const refusalOf = (but: Partial<typeof request>) =>
    startWorker('one', { ...request, ...but }).catch((error: unknown) => error);
  const restricted = data.operators.find(
    ({ view, permissions }) => view !== null && permissions.includes('transfer-user-data'),
  );
  const powerless = data.operators.find(({ permissions }) => !permissions.includes('transfer-user-data'));

  expect(await refusalOf({ operator: 'nobody' })).toMatchObject({ exitStatus: 7 });
  expect(await refusalOf({ operator: powerless?.login ?? '' })).toMatchObject({ code: 'not-permitted', exitStatus: 7 });
  expect(await refusalOf({ operator: restricted?.login ?? '' })).toMatchObject({ code: 'out-of-view', exitStatus: 7 });
  await freezePlan(nodeDisk, systemRandom, folder, 'one', { ...plan, confirm: 'y' });
  expect(await refusalOf({})).toMatchObject({ code: 'edited-plan', exitStatus: 4 });
  const stale = data.people.map((person) => (person.id === 4 ? { ...person, lastName: 'Then' } : person));
  await freezePlan(nodeDisk, systemRandom, folder, 'one', planOn({ ...data, people: stale }, pairsOf([3, 4])));
  expect(await refusalOf({})).toMatchObject({ code: 'stale-plan', exitStatus: 5 });
  await rm(path.join(elsewhere, 'plan.json'));
  expect(await refusalOf({})).toMatchObject({ code: 'unexpected', exitStatus: 1 });
  expect(await (await openAt(folder)).runs()).toEqual([]);
});

test('a worker that dies before it has begun is told of, with the file that holds its last words', async () => {
  const { folder, request } = await givenRun(3, 40);
  const program = path.join(folder, '..', 'broken.mjs');
  await writeFile(program, 'throw new Error("no disk under my feet");\n');
  const refusal = await startWorker('one', { ...request, program }).catch((error: unknown) => error);
  const { log } = locateRun(folder, 'one');
  expect(refusal).toMatchObject({ code: 'worker-died', hint: expect.stringContaining(log) });
  expect(await readFile(log, 'utf8')).toContain('no disk under my feet');
});

test('a run goes on only with the plan and the rules that it was begun with', async () => {
  const { folder, request, data } = await givenRun();
  await startWorker('one', request);
  const pid = await holdWorker(folder);
  const following = eventsOf(await openAt(folder));
  process.kill(pid, 'SIGKILL');
  await following;
  const catalogue = path.join(folder, '..', 'catalogue.json');
  await writeFile(catalogue, JSON.stringify({ ...STANDARD, types: STANDARD.types.filter(({ id }) => id !== 'ccrs') }));
  const otherRules = await startWorker('one', { ...request, catalogue }).catch((error: unknown) => error);
  expect(otherRules).toMatchObject({ code: 'other-catalogue', exitStatus: 5 });
  await freezePlan(nodeDisk, systemRandom, folder, 'one', planOn(data, pairsOf([4501, 4502]), { id: 'plan-2' }));
  expect(await startWorker('one', request).catch((error: unknown) => error)).toMatchObject({ code: 'foreign-plan' });
  expect((await (await openAt(folder)).runs())[0]).toMatchObject({ id: 'one', state: 'interrupted' });
});

test('a run that is not at work, or not here, cannot be stopped, and no process is harmed', async () => {
  const { folder, request } = await givenRun(3, 40);
  const store = await openAt(folder);
  const hint = expect.stringContaining('handover stop one --for-good');
  await expect(stopRun(store, 'one', 'desk')).rejects.toMatchObject({ code: 'not-running', hint });
  const writer = await store.startWriting({ login: 'sam', host: 'elsewhere', pid: 1, since: '', doing: 'run one' });
  await expect(stopRun(store, 'one', 'desk')).rejects.toMatchObject({ code: 'other-host' });
  await expect(stopRun(store, 'two', 'elsewhere')).rejects.toMatchObject({ code: 'not-running' });
  await writer.close();
  expect(() => locateRun(request.location, '../../etc')).toThrow('is no id of a run');
});
