import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { openAt } from '../store/given-store.ts';
import { codeOf, type DemoFolder, demoIn, workIn } from './demo-folder.ts';

interface Summary {
  id: string;
  state: string;
  counts: { pairs: number; done: number; failed: number; left: number };
}

/** A plan of very many pairs in plan.json, so that a run of it is at work when it is looked at; two people are spare. */
async function longPlan(): Promise<DemoFolder & { phrase: string; spare: [string, string] }> {
  const folder = await copiedFolder('a long plan', async (empty) => {
    const demo = await demoIn(empty, '--users', '5000');
    const ids = await ordinaryIds(empty);
    const rows = Array.from({ length: 2000 }, (_, index) => `${ids[2 * index]},${ids[2 * index + 1]}`);
    await writeFile(path.join(empty, 'pairs.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
    const planned = await demo.run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
    expect(planned.status, planned.stdout + planned.stderr).toBe(0);
  });
  return { ...workIn(folder), phrase: 'TRANSFER 2000', spare: ['19', String((await ordinaryIds(folder)).at(-1))] };
}

/** Of everybody in the store who may be moved, but for John Smith. */
async function ordinaryIds(folder: string): Promise<number[]> {
  const users = await (await openAt(path.join(folder, 'store'))).users();
  return users.filter(({ id, access }) => access === 'user' && id !== 19).map(({ id }) => id);
}

/** The worker of the run at work, held where it is. */
async function holdWorker(folder: string): Promise<number> {
  const { pid } = JSON.parse(await readFile(path.join(folder, 'store', 'lock.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGSTOP');
  return pid;
}

test('stopped after the pair at work, refused meanwhile to others, and gone on with under the same id', async () => {
  const { folder, run, json, phrase, spare } = await longPlan();
  const detached = await run('apply', 'plan.json', '--confirm', phrase, '--detach');
  const pid = await holdWorker(folder);
  const id = detached.stdout.trim();
  try {
    expect(detached.status).toBe(0);
    expect(await json<Summary[]>('runs')).toMatchObject([{ id, state: 'running' }]);
    expect((await run('runs')).stdout).toContain(`${id}  in progress`);
    expect((await run('runs', 'show', id)).stdout).toMatch(/^ {2}State +in progress$/m);
    const [source, target] = spare;
    const { confirm } = await json<Plan>('plan', '--source', source, '--target', target, '--out', 'other.json');
    const other = run('apply', 'other.json', '--confirm', confirm, '--json');
    expect(await codeOf(other)).toEqual({ status: 6, code: 'store-held' });
    expect(await readdir(path.join(folder, 'store', 'runs'))).toEqual([id]);
    expect(await codeOf(run('demo', '--force', '--json'))).toEqual({ status: 6, code: 'store-held' });
    expect(await run('stop')).toMatchObject({ status: 0, stdout: expect.stringContaining(id) });
  } finally {
    process.kill(pid, 'SIGCONT');
  }

  const watched = await run('watch', id);
  expect(watched.status).toBe(3);
  expect(watched.stdout).toMatch(
    /^Stopped: what is left was not transferred\.\nRun \S+, 2,000 pairs: [\d,]+ done, 0 failed, /,
  );
  const [stopped] = await json<Summary[]>('runs');
  expect(stopped).toMatchObject({ id, state: 'stopped' });
  expect(stopped?.counts.left).toBeGreaterThan(0);

  expect(await codeOf(run('apply', 'plan.json', '--json'))).toEqual({ status: 2, code: 'not-confirmed' });
  const goneOn = await run('apply', 'plan.json', '--confirm', `TRANSFER ${stopped?.counts.left}`);
  expect(goneOn.status).toBe(0);
  expect(await json<Summary[]>('runs')).toMatchObject([
    { id, state: 'succeeded', counts: { pairs: 2000, done: 2000, failed: 0, left: 0 } },
  ]);
});

test('Ctrl+C leaves the viewer and not the run', async () => {
  const { folder, run, json, phrase } = await longPlan();
  const env = { HANDOVER_STORE: 'store' };
  const detached = await run('apply', 'plan.json', '--confirm', phrase, '--detach');
  const pid = await holdWorker(folder);
  try {
    const terminal = openTerminal({ args: ['watch'], cwd: folder, env });
    await terminal.waitFor(/of 2,000 pairs/);
    terminal.press('ctrl+c');
    expect(await terminal.exited).toMatchObject({ exitCode: 130 });
    const text = terminal.normalScreenText().replace(/\s+/g, ' ');
    expect(text).toContain(`handover watch ${detached.stdout.trim()}`);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
  expect((await run('watch')).status).toBe(0);
  expect(await json<Summary[]>('runs')).toMatchObject([{ state: 'succeeded' }]);
});

test('a worker that was killed leaves an interrupted run; gone on with, it names the pair that has changed', async () => {
  const { folder, run, json, phrase, spare } = await longPlan();
  await run('apply', 'plan.json', '--confirm', phrase, '--detach');
  process.kill(await holdWorker(folder), 'SIGKILL');
  const watched = await run('watch');
  expect(watched.status).toBe(130);
  expect(watched.stdout).toMatch(
    /^Interrupted: the run ended before its time\. What is left was not transferred\.\nRun \S+, 2,000 pairs: /,
  );
  expect((await run('runs')).stdout).toMatch(/^\S+ {2}interrupted /m);
  const [broken] = await json<Summary[]>('runs');
  expect((await run('runs', 'show', broken?.id ?? '')).stdout).toMatch(/^ {2}State +interrupted$/m);

  const { pairs } = JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8')) as Plan;
  const last = pairs.at(-1);
  const between = ['plan', '--source', spare[0], '--target', String(last?.target.id), '--out', 'between.json'];
  const { confirm } = await json<Plan>(...between);
  expect((await run('apply', 'between.json', '--confirm', confirm)).status).toBe(0);

  const goneOn = await run('apply', 'plan.json', '--confirm', `TRANSFER ${broken?.counts.left}`);
  expect(goneOn.status).toBe(3);
  expect(goneOn.stdout).toMatch(
    /^Errors occurred during data transfer. The user IDs listed below were not transferred.$/m,
  );
  expect(goneOn.stdout).toContain(`  ${last?.source.id}  ${last?.source.name} (${last?.source.id}) into`);
  const [, first] = await json<Summary[]>('runs');
  expect(first).toMatchObject({ state: 'finished-with-errors', counts: { done: 1999, failed: 1, left: 0 } });
  const shown = await json<{ pairs: unknown[] }>('runs', 'show', first?.id ?? '');
  expect(shown.pairs.at(-1)).toMatchObject({
    source: last?.source.id,
    target: last?.target.id,
    state: 'failed',
    code: 'stale',
    reason: expect.stringContaining(last?.target.name ?? ''),
  });
});
