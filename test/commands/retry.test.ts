import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { RunSummary } from '../../source/model/run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { ACTOR, writeAt } from '../store/given-store.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

/** A run "one" of three pairs of which these failed, by source; nothing was done. */
async function failedRun({ folder, run }: DemoFolder, failed: readonly number[]): Promise<void> {
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n24,26\n');
  await run('plan', '--file', 'pairs.csv', '--without', 'projects', '--out', 'plan.json');
  const location = path.join(folder, 'store');
  const plan = parsePlan(await readFile(path.join(folder, 'plan.json'), 'utf8'), 'plan.json');
  await freezePlan(nodeDisk, systemRandom, location, 'one', plan);
  const { writer } = await writeAt(location);
  const at = CLOCK.now().toISOString();
  const pairs = plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id }));
  const { id, seal } = plan;
  await writer.append([
    { kind: 'run-started', run: 'one', plan: id, seal, operation: 'transfer', undoOf: null, ...ACTOR, at, pairs },
    ...pairs
      .filter(({ source }) => failed.includes(source))
      .map((pair) => ({
        kind: 'pair-failed' as const,
        run: 'one',
        ...pair,
        at,
        code: 'stale' as const,
        reason: 'Moved.',
      })),
    { kind: 'run-finished', run: 'one', at, state: 'stopped' },
  ]);
  await writer.close();
}

test('the failed pairs only, with the types of their run; what cannot be tried again is left out and told', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await failedRun(demo, [19, 24]);
  const ended = await run('watch');
  expect(ended.stdout).toContain('handover apply');

  const plan = await json<Plan>('retry', 'one', '--out', 'retry.json');
  expect(plan.pairs.map(({ line, source, target }) => [line, source.id, target.id])).toEqual([
    [2, 19, 21],
    [4, 24, 26],
  ]);
  expect(plan).toMatchObject({ retryOf: 'one', confirm: 'TRANSFER 2', problems: [] });
  expect(plan.carried).not.toContain('projects');
  expect(await codeOf(run('retry', 'one', '--out', 'retry.json', '--json'))).toMatchObject({ code: 'file-exists' });

  // One of them is carried in another way: it cannot be tried again, the other one can.
  await run('plan', '--source', '19', '--target', '21', '--out', 'single.json');
  expect((await run('apply', 'single.json', '--confirm', 'jenny.andrews')).status).toBe(0);
  const rest = await run('retry', 'one', '--out', 'retry.json', '--force');
  expect(rest.status).toBe(0);
  expect(rest.stdout).toContain('FROM Agent 2 (24) INTO');
  expect(rest.stdout).not.toContain('John Smith');
  expect(rest.stderr).toBe('1 failed pair was done by a later run since; the plan is without it.\n');
  const applied = await run('apply', 'retry.json', '--confirm', 'TRANSFER 1');
  expect(applied.status, applied.stderr).toBe(0);
  const none = await run('retry', 'one', '--json');
  expect(none.status).toBe(4);
  expect(none.json()).toMatchObject({
    error: { code: 'nothing-to-retry', hint: expect.not.stringMatching(/Leave this pair out|put back/) },
  });
  const [third, second] = (await json<RunSummary[]>('runs')).map(({ id }) => id);
  const { stdout: shown } = await run('runs', 'show', 'one');
  expect(shown).toContain(`failed; carried by run ${second} since`);
  expect(shown).toContain(`failed; carried by run ${third} since`);
  const [newest] = await json<RunSummary[]>('runs');
  expect(newest).toMatchObject({ counts: { pairs: 1, done: 1 } });
});

test('what is left of a run that does not go on by its plan is tried with what failed, as a new plan', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  await failedRun(demo, [19]);
  const closed = await run('stop', 'one', '--for-good');
  expect(closed.stdout).toContain('as a new plan: handover retry one --out rest.json');
  const plan = await json<Plan>('retry', 'one', '--out', 'rest.json');
  expect(plan.pairs.map(({ source, target }) => [source.id, target.id])).toEqual([
    [19, 21],
    [20, 22],
    [24, 26],
  ]);
  const applied = await run('apply', 'rest.json', '--confirm', plan.confirm);
  expect(applied.status, applied.stderr).toBe(0);
  expect((await run('runs', 'show', 'one')).stdout).toMatch(/left; carried by run \S+ since/);
  expect(await codeOf(run('retry', 'one', '--json'))).toEqual({ status: 4, code: 'nothing-to-retry' });
});

test('of a run without failed pairs there is nothing to try again, and what is left goes on by itself', async () => {
  const demo = await demoFolder();
  await failedRun(demo, []);
  const { status, stderr } = await demo.run('retry');
  expect(status).toBe(4);
  expect(stderr).toContain('Run one has no failed pair.\nWhat it has left goes on with "handover apply"');
  expect(await codeOf(demo.run('retry', 'two', '--json'))).toEqual({ status: 2, code: 'unknown-run' });
  // What an operator may not do is said before what there is to do.
  expect(await codeOf(demo.run('retry', '--as', 'auditor', '--json'))).toEqual({ status: 7, code: 'not-permitted' });
});
