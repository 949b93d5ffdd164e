import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../../source/model/plan.ts';
import type { Run } from '../../../source/model/run.ts';
import type { Person } from '../../../source/model/user.ts';
import { leaveOut, NO_MENDINGS } from '../../../source/pairs/mendings.ts';
import { sealPlan } from '../../../source/transfer/plan-transfer.ts';
import { runPlan } from '../../../source/transfer/run-plan.ts';
import type { Task, TaskResult } from '../../../source/wizard/task.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { STANDARD } from '../../merge/given.ts';
import { ACTOR, givenStore, openAt, writeAt } from '../../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../../transfer/given-plan.ts';
import { NEVER } from '../../transfer/given-run.ts';
import { DECLINED, deskAt, givenRun, perform } from './given-desk.ts';

/** What `job` gives at the desk of the admin; it must succeed. */
async function resultOf<Kind extends Task['kind']>(
  job: Extract<Task, { kind: Kind }>,
  folder: string,
): Promise<Extract<TaskResult, { kind: Kind }>> {
  const action = await perform(job, await deskAt(folder));
  if (action.type !== 'task-done') throw new Error(JSON.stringify(action));
  return action.result as Extract<TaskResult, { kind: Kind }>;
}

test('a retry holds the failed pairs of its run and carries what its plan carried, no type more', async () => {
  const { folder, plan } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'failed'],
      [23, 24, 'failed'],
    ],
    'finished-with-errors',
  );
  const { retry, run } = await resultOf({ kind: 'retry', run: 'one' }, folder);
  expect(run).toBe('one');
  expect(retry.checked.pairs.map(({ source, target }) => [source, target])).toEqual([
    [20, 22],
    [23, 24],
  ]);
  expect(retry.hopeless).toEqual([]);
  expect(retry.carried).toEqual(plan.carried);
  expect(retry.carried).not.toContain(DECLINED);
  const { checked, carried } = retry;
  const wish = { operation: 'transfer' as const, direction: 'from-to' as const, choices: null, retryOf: 'one' };
  const planned = await resultOf({ kind: 'plan', checked, carried, ...wish }, folder);
  expect(planned.plan).toMatchObject({ carried: plan.carried, retryOf: 'one', problems: [] });
  expect(planned.plan.pairs.filter(({ changes }) => DECLINED in changes)).toEqual([]);
});

test('pairs of people who are gone or have become privileged are left out of a retry, with the reason', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'failed'],
      [20, 22, 'failed'],
      [23, 24, 'failed'],
    ],
    'finished-with-errors',
    (people) =>
      people
        .filter(({ id }) => id !== 21)
        .map((person) => (person.id === 22 ? { ...person, access: 'power-user' as const } : person)),
  );
  const { retry } = await resultOf({ kind: 'retry', run: 'one' }, folder);
  expect(retry.checked).toMatchObject({ pairs: [{ source: 23, target: 24 }], problems: [] });
  expect(retry.hopeless.map(({ code }) => code)).toEqual(['unknown-user', 'privileged-user']);
  expect(retry.hopeless[0]?.message).toContain('21');
});

test.each([
  ['an auditor', 'auditor', false, 'not-permitted'],
  ['read-only', 'admin', true, 'read-only'],
])('%s starts, stops and goes on with no run, whatever the screens offered', async (_who, login, isReadOnly, code) => {
  const { folder, plan } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
    ],
    'stopped',
  );
  const desk = await deskAt(folder, login, isReadOnly);
  const jobs: Task[] = [
    { kind: 'start-run', plan },
    { kind: 'resume-run', shown: await runAt(folder) },
    { kind: 'stop-run', run: 'one' },
  ];
  for (const job of jobs) expect(await perform(job, desk)).toMatchObject({ type: 'task-failed', code });
  const store = await openAt(folder);
  expect((await store.runs()).map(({ id, state }) => [id, state])).toEqual([['one', 'stopped']]);
  expect(await readdir(join(folder, 'runs'))).toEqual(['one']);
});

test('an unfinished run is opened with what it has left, a run for its result with what was done', async () => {
  const { folder, plan } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'failed'],
      [23, 24, 'left'],
    ],
    'stopped',
  );
  const left = await resultOf({ kind: 'open-plan', run: 'one' }, folder);
  expect(left.run.counts).toEqual({ pairs: 3, done: 1, failed: 1, left: 1, undone: 0 });
  expect(left.plan.pairs).toEqual(plan.pairs.slice(2));
  expect(left).toMatchObject({ changed: 0, plan: { id: plan.id, confirm: 'TRANSFER 1', carried: plan.carried } });
  const { done } = await resultOf({ kind: 'open-run', run: 'one', showAs: 'result' }, folder);
  expect(done?.pairs).toEqual(plan.pairs.slice(0, 1));
  const { combined, replaced } = left.plan.totals;
  const rest = plan.pairs[1]?.changes ?? {};
  const sum = (name: 'combined' | 'replaced') => Object.values(rest).reduce((total, change) => total + change[name], 0);
  expect([combined + (done?.totals.combined ?? 0) + sum('combined'), plan.totals.pairs]).toEqual([
    plan.totals.combined,
    3,
  ]);
  expect(replaced + (done?.totals.replaced ?? 0) + sum('replaced')).toBe(plan.totals.replaced);
});

test('a run that was stopped is ended for good, by an operator who may', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
    ],
    'stopped',
  );
  expect(await perform({ kind: 'close-run', run: 'one' }, await deskAt(folder, 'auditor'))).toMatchObject({
    code: 'not-permitted',
  });
  const { run } = await resultOf({ kind: 'close-run', run: 'one' }, folder);
  expect(run).toMatchObject({ state: 'stopped', closed: true, counts: { done: 1, left: 1 } });
  expect((await (await openAt(folder)).runs())[0]?.closed).toBe(true);
  expect(await perform({ kind: 'resume-run', shown: await runAt(folder) }, await deskAt(folder))).toMatchObject({
    code: 'run-closed',
  });
});

test('a run of which something was put back since it was shown does not go on unseen', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
    ],
    'stopped',
  );
  const shown = await runAt(folder);
  const pairs = shown.pairs.map((pair) =>
    pair.state === 'done' ? { ...pair, undone: { by: ['x'], whole: true } } : pair,
  );
  const desk = await deskAt(folder);
  expect(await perform({ kind: 'resume-run', shown: { ...shown, pairs } }, desk)).toMatchObject({
    code: 'stale-plan',
    message: 'Something of run one was put back since it was shown here, and would stay so.',
  });
  expect(await runAt(folder)).toEqual(shown);
});

test('where the worker is killed before it has begun it is said how to go on: with its run, or by starting anew', async () => {
  const { folder, plan } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
    ],
    'stopped',
  );
  const desk = await deskAt(folder);
  const program = join(dirname(folder), 'killed.cjs');
  await writeFile(program, "process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);");
  const killed = { ...desk, context: { ...desk.context, program } };
  const file = join(folder, 'runs', 'one', 'plan.json');
  expect(await perform({ kind: 'resume-run', shown: await runAt(folder) }, killed)).toMatchObject({
    code: 'worker-died',
    message: 'The worker was killed (SIGKILL) before it said that it had begun. Run one stands: 1 of 2 pairs done.',
    hint: `It said nothing. Go on with it: handover apply ${file} --confirm 'TRANSFER 1'`,
  });
  const pairs = plan.pairs.slice(1);
  const fresh = sealPlan({ ...unsealed(plan), id: 'plan-2', pairs });
  expect(await perform({ kind: 'start-run', plan: fresh }, killed)).toMatchObject({
    code: 'worker-died',
    message: 'The worker was killed (SIGKILL) before it said that it had begun. Nothing was changed.',
    hint: 'It said nothing. Start the run again.',
  });
});

/** A plan as it is before it gets its seal. */
function unsealed({ seal: _seal, ...plan }: Plan): Omit<Plan, 'seal'> {
  return plan;
}

test('of what is left, pairs that other runs have changed since are counted and named among the warnings', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
      [25, 26, 'left'],
      [27, 28, 'left'],
    ],
    'stopped',
  );
  const { store, writer } = await writeAt(folder);
  const data = { id: (await store.info()).id, people: [...(await store.users())] as Person[] };
  const plan = planOn(data, pairsOf([24, 22], [27, 30]));
  const others = { run: 'two', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, stop: NEVER };
  let done = 0;
  for await (const event of runPlan(others)) done = event.done;
  expect(done).toBe(2);
  await writer.close();
  const left = await resultOf({ kind: 'open-plan', run: 'one' }, folder);
  expect(left.changed).toBe(2);
  expect(left.plan.pairs).toHaveLength(3);
  expect(left.plan.warnings.map(({ code, line, message }) => [code, line, message])).toEqual([
    ['changed-since', 3, expect.stringMatching(/\(20\) into .* will fail: [^(]*\(22\) has changed since/)],
    ['changed-since', 5, expect.stringMatching(/\(27\) into .* will fail: [^(]*\(27\) has changed since/)],
  ]);
});

test('a run whose plan is gone is shown all the same, but not gone on with', async () => {
  const { folder } = await givenRun([[19, 21, 'left']], 'stopped');
  await writeFile(join(folder, 'runs', 'one', 'plan.json'), '{');
  const desk = await deskAt(folder);
  expect(await resultOf({ kind: 'open-run', run: 'one', showAs: 'result' }, folder)).toMatchObject({ done: null });
  expect(await perform({ kind: 'open-plan', run: 'one' }, desk)).toMatchObject({ code: 'broken-plan' });
});

test('the log of a run without an error holds each of its pairs, and is saved under a free name each time', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'done'],
    ],
    'succeeded',
  );
  const first = await resultOf({ kind: 'save-log', run: 'one' }, folder);
  expect(first).toMatchObject({ pairs: 2, path: join(dirname(folder), 'handover-log-one.csv') });
  const second = await resultOf({ kind: 'save-log', run: 'one' }, folder);
  expect(second.path).toBe(join(dirname(folder), 'handover-log-one-2.csv'));
  const lines = (await readFile(first.path, 'utf8')).trim().split('\r\n');
  expect(lines.slice(1).map((line) => line.split(',').slice(9, 14).join(' ').trim())).toEqual([
    '',
    '19 John Smith 21 Jenny Andrews done',
    '20 James Anderson 22 Sam Rodgers done',
    'succeeded',
  ]);
});

test('the log of a run with errors holds those alone', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'failed'],
    ],
    'finished-with-errors',
  );
  const saved = await resultOf({ kind: 'save-log', run: 'one' }, folder);
  expect(saved).toMatchObject({ pairs: 1, path: join(dirname(folder), 'handover-errors-one.csv') });
  expect(await readFile(saved.path, 'utf8')).not.toContain('Jenny Andrews');
});

test('a log that is not whole is told where a run has ended, and where its log is saved', async () => {
  const { folder } = await givenRun([[19, 21, 'done']], 'succeeded');
  await writeFile(join(folder, 'audit.jsonl'), 'nothing of ours\n');
  const doubt = expect.stringContaining('NOT whole. Line 1 is not what was written there.');
  expect((await resultOf({ kind: 'open-run', run: 'one', showAs: 'result' }, folder)).head).toMatchObject({ doubt });
  expect(await resultOf({ kind: 'save-log', run: 'one' }, folder)).toMatchObject({ pairs: 1, doubt });
});

test('a mended copy of a file that has changed since it was read is refused', async () => {
  const { folder } = await givenStore(60);
  const file = join(await tempFolder(), 'people.csv');
  await writeFile(file, 'From User ID,To User ID\n19,21\n20,22\n');
  const original = (await resultOf({ kind: 'read-file', path: file }, folder)).file;
  const path = `${file}-mended.csv`;
  const mendings = leaveOut(NO_MENDINGS, 2);
  const job: Task = { kind: 'save-mended', original, path, mendings, direction: 'from-to', force: false };
  await writeFile(file, 'From User ID,To User ID\n20,22\n19,21\n');
  expect(await perform(job, await deskAt(folder))).toMatchObject({ type: 'task-failed', code: 'file-changed' });
  expect(await readdir(dirname(file))).toEqual(['people.csv']);
});

test('on a full disk no run begins, nothing of it stays, and that is told in plain words', async () => {
  const { folder, plan } = await givenRun([[19, 21, 'failed']], 'finished-with-errors');
  const desk = await deskAt(folder);
  const create = () => Promise.reject(Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' }));
  const full = { ...desk, context: { ...desk.context, disk: { ...desk.context.disk, create } } };
  expect(await perform({ kind: 'start-run', plan }, full)).toMatchObject({
    type: 'task-failed',
    code: 'disk-full',
    message: `The disk under ${folder} is full: the run has not begun.`,
    hint: 'Nothing was changed. Make room on the disk, then start it again.',
  });
  expect(await readdir(join(folder, 'runs'))).toEqual(['one']);
});

/** Run "one" as the store in `folder` has it. */
async function runAt(folder: string): Promise<Run> {
  const run = await (await openAt(folder)).run('one');
  if (run === null) throw new Error('There is no run "one"');
  return run;
}
