import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Person } from '../../source/model/user.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, writeAt } from '../store/given-store.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { NEVER } from '../transfer/given-run.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

/** As many as are journalled together, and one more; without those who are privileged. */
const PAIRS = Array.from({ length: 17 }, (_, index) => `${19 + 2 * index},${20 + 2 * index}`);

/** Runs the plan in plan.json as run "one", and ends as a killed worker does: once so many pairs are left. */
async function breakOff({ folder }: DemoFolder, left = 0): Promise<void> {
  const location = path.join(folder, 'store');
  const plan = parsePlan(await readFile(path.join(folder, 'plan.json'), 'utf8'), 'plan.json');
  await freezePlan(nodeDisk, systemRandom, location, 'one', plan);
  const { writer } = await writeAt(location);
  const events = runPlan({
    run: 'one',
    plan,
    catalogue: STANDARD,
    writer,
    clock: CLOCK,
    actor: ACTOR,
    stop: NEVER,
  });
  for await (const event of events) if (event.left === left) break;
  await writer.close();
}

/** Changes a person where the store keeps them, as another program would. */
async function changePerson({ folder }: DemoFolder, id: number, change: Partial<Person>): Promise<void> {
  const file = path.join(folder, 'store', 'store.json');
  const data = decodeCheckpoint(await readFile(file), file);
  const people = data.people.map((person) => (person.id === id ? { ...person, ...change } : person));
  await writeFile(file, encodeCheckpoint({ ...data, people }));
}

test('an interrupted run with nothing left is said to be one, and apply brings it to its end', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await breakOff(demo);
  const left = { pairs: 1, done: 1, failed: 0, left: 0 };
  expect(await json('runs')).toMatchObject([{ id: 'one', state: 'interrupted', counts: left }]);
  const watched = await run('watch');
  expect(watched.status).toBe(130);
  expect(watched.stdout).toMatch(/^Nothing is left of it\. To bring it to its end: handover apply \S+plan\.json$/m);

  const before = await json('users', 'show', '21');
  const applied = await run('apply', 'plan.json');
  expect(applied.stderr).toContain('Run one goes on.');
  expect(applied.status).toBe(0);
  expect(applied.stdout).toMatch(/^Data Transfer Successful$/m);
  expect(await json('runs')).toMatchObject([{ id: 'one', state: 'succeeded', counts: left }]);
  expect(await json('users', 'show', '21')).toEqual(before);
});

test('it is not gone on with by an operator whose view does not hold its people', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--source', '19', '--target', '23', '--out', 'plan.json');
  await breakOff(demo);
  const refused = await demo.run('apply', 'plan.json', '--confirm', 'agent.1', '--as', 'team-lead', '--json');
  expect(refused.status).toBe(7);
  expect(refused.json()).toMatchObject({ error: { code: 'out-of-view' } });
  expect(await demo.json('runs')).toMatchObject([{ state: 'interrupted' }]);
});

test('what became of the people of a pair that is done does not keep the rest from going on', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), `From User ID,To User ID\n${PAIRS.join('\n')}\n`);
  await demo.run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  await breakOff(demo, 1);
  await changePerson(demo, 19, { access: 'superadmin' });
  const applied = await demo.run('apply', 'plan.json', '--confirm', 'TRANSFER 1');
  expect(applied.status, applied.stderr).toBe(0);
  expect(await demo.json('runs')).toMatchObject([{ state: 'succeeded', counts: { done: PAIRS.length, left: 0 } }]);
});

test('somebody of a pair that is left who has become privileged is left alone, and the pair fails', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), `From User ID,To User ID\n${PAIRS.join('\n')}\n`);
  await demo.run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  await breakOff(demo, 1);
  const last = Number(PAIRS.at(-1)?.split(',')[1]);
  await changePerson(demo, last, { access: 'superadmin' });
  const before = await demo.json('users', 'show', String(last));
  const applied = await demo.run('apply', 'plan.json', '--confirm', 'TRANSFER 1');
  expect(applied.status, applied.stderr).toBe(3);
  expect(await demo.json('runs')).toMatchObject([{ state: 'finished-with-errors', counts: { failed: 1, left: 0 } }]);
  expect(await demo.json('users', 'show', String(last))).toEqual(before);
});

test('a plan that only bears the name of the one that was begun is refused', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await breakOff(demo);
  const file = path.join(demo.folder, 'plan.json');
  const { seal: _seal, ...made } = parsePlan(await readFile(file, 'utf8'), file);
  await writeFile(file, JSON.stringify(sealPlan({ ...made, carried: made.carried.slice(1) })));
  const refused = demo.run('apply', 'plan.json', '--confirm', 'jenny.andrews', '--json');
  expect(await codeOf(refused)).toEqual({ status: 4, code: 'foreign-plan' });
  expect(await demo.json('runs')).toMatchObject([{ state: 'interrupted' }]);
});

test('what goes on is confirmed with the phrase of what is left, which every command says, or with that of the plan', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), `From User ID,To User ID\n${PAIRS.join('\n')}\n`);
  await demo.run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  await breakOff(demo, 1);
  const shown = await demo.run('runs', 'show', 'one');
  expect(shown.stdout).toMatch(/^ {2}Ended +broke off$/m);
  expect(shown.stdout).toMatch(
    /\n\nGo on with what is left: handover apply \S+plan\.json --confirm 'TRANSFER 1'\n.*\nOr leave it at that: .*\n$/,
  );
  expect((await demo.run('watch')).stdout).toContain("--confirm 'TRANSFER 1'\n");
  const refused = await demo.run('apply', 'plan.json', '--confirm', 'TRANSFER 99', '--json');
  expect(refused.json()).toMatchObject({
    error: { code: 'not-confirmed', hint: expect.stringContaining('--confirm "TRANSFER 1"') },
  });
  expect(await demo.json('runs')).toMatchObject([{ state: 'interrupted', counts: { left: 1 } }]);
  expect((await demo.run('apply', 'plan.json', '--confirm', `TRANSFER ${PAIRS.length}`)).status).toBe(0);
  expect(await demo.json('runs')).toMatchObject([{ state: 'succeeded', counts: { left: 0 } }]);
});

test('a run that broke off can be ended for good: nobody is asked to go on with it, and its plan does not', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await writeFile(path.join(demo.folder, 'pairs.csv'), `From User ID,To User ID\n${PAIRS.join('\n')}\n`);
  await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  await breakOff(demo, 1);
  expect((await run('doctor')).stdout).toContain('handover stop one --for-good');
  expect(await codeOf(run('stop', '--for-good', '--json'))).toEqual({ status: 2, code: 'no-run-named' });
  expect(await codeOf(run('stop', 'two', '--for-good', '--json'))).toEqual({ status: 2, code: 'unknown-run' });

  const people = await json('users', 'show', '19');
  const stopped = await run('stop', 'one', '--for-good');
  expect(stopped).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('Run one has ended for good, 17 pairs: 16'),
  });
  expect(await json('runs')).toMatchObject([{ state: 'stopped', closed: true, counts: { done: 16, left: 1 } }]);
  expect((await run('runs')).stdout).toMatch(/^one {2}stopped for good /m);
  expect((await run('watch', 'one')).stdout).toMatch(/^Stopped for good: what is left stays as it is\.\n/);
  expect((await run('audit', 'one')).stdout).toMatch(/admin.*run ended.*stopped for good$/m);
  expect(await json('users', 'show', '19')).toEqual(people);
  const health = await json<{ checks: { name: string; ok: boolean }[] }>('doctor');
  expect(health.checks.find(({ name }) => name === 'runs')).toMatchObject({ ok: true, message: 'None broke off.' });
  expect(await codeOf(run('stop', 'one', '--for-good', '--json'))).toEqual({ status: 2, code: 'has-ended' });

  // The same plan is begun anew, and what was carried stands in its way.
  const again = await run('apply', 'plan.json', '--confirm', 'TRANSFER 17', '--json');
  expect(again.json()).toMatchObject({ error: { code: 'already-done' } });
});

test('of a run that broke off behind its last pair, stopped for good, the end is put down as it was', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await breakOff(demo);
  expect((await demo.run('stop', 'one', '--for-good')).status).toBe(0);
  const [ended] = await demo.json<Record<string, unknown>[]>('runs');
  expect(ended).toMatchObject({ state: 'succeeded', counts: { done: 1, left: 0 } });
  expect(ended?.closed).toBeUndefined();
});
