import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { writeAt } from '../store/given-store.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { NEVER } from '../transfer/given-run.ts';
import { type DemoFolder, demoFolder } from './demo-folder.ts';

/** Runs the plan in plan.json as run "one", and ends as a killed worker does: after its last pair and before its end. */
async function breakOffAtTheEnd({ folder }: DemoFolder): Promise<void> {
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
    operator: 'admin',
    host: 'desk',
    stop: NEVER,
  });
  for await (const event of events) if (event.left === 0) break;
  await writer.close();
}

test('an interrupted run with nothing left is said to be one, and apply brings it to its end', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  await breakOffAtTheEnd(demo);
  const left = { pairs: 1, done: 1, failed: 0, left: 0 };
  expect(await json('runs')).toMatchObject([{ id: 'one', state: 'interrupted', counts: left }]);
  const watched = await run('watch');
  expect(watched.status).toBe(130);
  expect(watched.stdout).toMatch(/^Nothing is left of it\. To bring it to its end: handover apply \S+plan\.json$/m);

  const before = await json('users', 'show', '21');
  const applied = await run('apply', 'plan.json', '--confirm', 'jenny.andrews');
  expect(applied.stderr).toContain('Run one goes on.');
  expect(applied.status).toBe(0);
  expect(applied.stdout).toMatch(/^Data Transfer Successful$/m);
  expect(await json('runs')).toMatchObject([{ id: 'one', state: 'succeeded', counts: left }]);
  expect(await json('users', 'show', '21')).toEqual(before);
});

test('it is not gone on with by an operator whose view does not hold its people', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--source', '19', '--target', '23', '--out', 'plan.json');
  await breakOffAtTheEnd(demo);
  const refused = await demo.run('apply', 'plan.json', '--confirm', 'agent.1', '--as', 'team-lead', '--json');
  expect(refused.status).toBe(7);
  expect(refused.json()).toMatchObject({ error: { code: 'out-of-view' } });
  expect(await demo.json('runs')).toMatchObject([{ state: 'interrupted' }]);
});
