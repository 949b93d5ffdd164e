import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { User } from '../../source/model/user.ts';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { openAt } from '../store/given-store.ts';
import { choose, confirm, farewellOf, openWizard, quit, runFromTypes, upload } from './session.ts';

interface Summary {
  id: string;
  state: string;
  counts: { done: number; failed: number; left: number };
}

/** John Smith, who owns much and is in no pair of the file. */
const SPARE = 19;

/** A demonstration store and pairs.csv with 2,000 pairs in it: a run that can be met while it is at work. */
async function manyPairs(): Promise<DemoFolder & { last: [User, User] }> {
  const demo = await demoFolder('--users', '5000');
  const everybody = await (await openAt(path.join(demo.folder, 'store'))).users();
  const people = everybody.filter(({ id, access }) => access === 'user' && id !== SPARE);
  const rows = Array.from({ length: 2000 }, (_, index) => people.slice(2 * index, 2 * index + 2) as [User, User]);
  const lines = rows.map(([source, target]) => `${source.id},${target.id}`);
  await writeFile(path.join(demo.folder, 'pairs.csv'), `From User ID,To User ID\n${lines.join('\n')}\n`);
  const last = rows.at(-1);
  if (last === undefined) throw new Error('Too few people');
  return { ...demo, last };
}

/** The first data type on screen, which the run that is held leaves behind. */
const DECLINED = 'evaluations-as-evaluator';

/** Starts the run of pairs.csv in the wizard and holds its worker where it is, in the middle. */
async function startAndHold(folder: string): Promise<{ terminal: Terminal; worker: number }> {
  const terminal = await openWizard({ folder });
  await upload(terminal, 'pairs.csv');
  terminal.press('enter');
  await terminal.waitFor('2,000 pairs, 0 problems');
  terminal.press('c');
  await terminal.waitFor('What is carried');
  terminal.press('space');
  await terminal.waitFor('35 of 37 data types are carried;');
  await runFromTypes(terminal, 'TRANSFER 2000');
  await terminal.waitFor('the run goes on by itself');
  const { pid } = JSON.parse(await readFile(path.join(folder, 'store', 'lock.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGSTOP');
  return { terminal, worker: pid };
}

test('the connection is lost in the middle of a run: it goes on, and a second wizard comes back to it', async () => {
  const demo = await manyPairs();
  const { terminal, worker } = await startAndHold(demo.folder);
  try {
    terminal.hangUp();
    await terminal.exited;
    const second = await openWizard(demo);
    await second.waitFor(/❯ Watch +The run in progress: [\d,]+ of 2,000 pairs, started by admin/);
    await choose(second, 'Single');
    await second.waitFor('only one at a time');
    await choose(second, 'Watch');
    await second.waitFor(/[\d,]+ done, 0 failed, [\d,]+ left/);
    process.kill(worker, 'SIGCONT');
    await second.waitFor('Data Transfer Successful', { timeout: 60_000 });
    await second.waitFor(/2,000 done, 0 failed, 0 left[;.]/);
    expect(await quit(second)).toBe(0);
  } finally {
    wake(worker);
  }
  expect(await demo.json<Summary[]>('runs')).toMatchObject([{ state: 'succeeded', counts: { done: 2000, left: 0 } }]);
});

test('quit in the middle of a run: the run goes on, and the normal screen says how to come back', async () => {
  const demo = await manyPairs();
  const { terminal, worker } = await startAndHold(demo.folder);
  try {
    terminal.press('q');
    await terminal.waitFor('The run goes on without you.');
    terminal.press('q');
    expect((await terminal.exited).exitCode).toBe(0);
    const [run] = await demo.json<Summary[]>('runs');
    expect(run?.state).toBe('running');
    expect(farewellOf(terminal)).toContain(`Come back to it: handover watch ${run?.id}`);
  } finally {
    wake(worker);
  }
  expect((await demo.run('watch')).status).toBe(0);
});

test('a worker was killed: its run comes first and is gone on with; what failed is told, saved and retried', async () => {
  const { last, ...demo } = await manyPairs();
  const { terminal, worker } = await startAndHold(demo.folder);
  process.kill(worker, 'SIGKILL');
  await terminal.waitFor('Interrupted: the run ended before its time.');
  expect(await quit(terminal)).toBe(0);

  // Somebody changes a person whom the run has still to carry.
  const [, target] = last;
  const pair = ['--source', String(SPARE), '--target', String(target.id)];
  const { confirm: phrase } = await demo.json<Plan>('plan', ...pair, '--out', 'between.json');
  expect((await demo.run('apply', 'between.json', '--confirm', phrase)).status).toBe(0);

  const second = await openWizard(demo);
  await second.waitFor(/Go on +The run \S+ is unfinished: [\d,]+ of 2,000 pairs left\s+❯ Single/);
  second.press('up', 'enter');
  await second.waitFor('One pair has changed since the plan was made: it fails, unchanged');
  await second.waitFor(/Warnings [1-9]/);
  await goOn(second, demo);
  await second.waitFor('Errors occurred during data transfer.', { timeout: 60_000 });
  const shown = second.screen().join(' ').replace(/\s+/g, ' ');
  expect(shown).toContain('Errors occurred during data transfer. The user IDs listed below were not transferred.');
  expect(shown).toMatch(/ 1,999 done, 1 failed, 0 left[;.] [\d,]+ moved, [\d,]+ replaced\. Run \S+ /);
  expect(shown).toContain(`${last[0].id} ${last[0].firstName} ${last[0].lastName} (${last[0].id}) into`);

  await choose(second, 'Save the audit log');
  await second.waitFor('Log of 1 pair:');
  const [name] = (await readdir(demo.folder)).filter((file) => file.startsWith('handover-errors-'));
  expect(await readFile(path.join(demo.folder, name ?? ''), 'utf8')).toContain(String(last[0].id));

  await choose(second, 'Retry only these');
  await second.waitFor('Retry transfer 1/5: Review');
  await second.waitFor('Pairs 1 ');
  expect(second.screen().join('\n')).not.toContain('Evaluations as evaluator');
  await confirm(second, 'TRANSFER 1');
  await second.waitFor('Data Transfer Successful');
  expect(await quit(second)).toBe(0);
  const runs = await demo.json<Summary[]>('runs');
  expect(await carriedBy(demo.folder, runs[0]?.id ?? '')).toEqual(await carriedBy(demo.folder, runs[2]?.id ?? ''));
  expect(await carriedBy(demo.folder, runs[0]?.id ?? '')).not.toContain(DECLINED);
  const states = runs.map(({ state, counts }) => [state, counts.done, counts.failed]);
  expect(states).toEqual([
    ['succeeded', 1, 0],
    ['succeeded', 1, 0],
    ['finished-with-errors', 1999, 1],
  ]);
});

test('stopped after the pair at work, after a second thought, and gone on with', async () => {
  const demo = await manyPairs();
  const { terminal, worker } = await startAndHold(demo.folder);
  try {
    terminal.press('s');
    await terminal.waitFor('[ Let it go on ]');
    terminal.press('enter');
    await terminal.waitForGone('Let it go on');
    terminal.press('s');
    await terminal.waitFor('[ Let it go on ]');
    terminal.press('right', 'enter');
    await terminal.waitFor('The run ends after the pair at work.');
  } finally {
    wake(worker);
  }
  await terminal.waitFor('Stopped: what is left was not transferred.');
  await choose(terminal, 'Go on with what is left');
  await goOn(terminal, demo, 'stopped');
  await terminal.waitFor('Data Transfer Successful', { timeout: 60_000 });
  await terminal.waitFor(/2,000 done, 0 failed, 0 left[;.]/);
  expect(await quit(terminal)).toBe(0);
});

/** What has been asked to go on is read, confirmed with a button and with the phrase; until then nothing runs. */
async function goOn(terminal: Terminal, demo: DemoFolder, state = 'interrupted'): Promise<void> {
  await terminal.waitFor('Unfinished transfer 1/5: Review');
  const unfinished = async () => (await demo.json<Summary[]>('runs')).find((run) => run.state === state);
  const before = await unfinished();
  const left = before?.counts.left ?? 0;
  expect(left).toBeGreaterThan(0);
  await terminal.waitFor(`Pairs ${left.toLocaleString('en')} `);
  terminal.press('enter');
  await terminal.waitFor(`goes on: ${(2000 - left).toLocaleString('en')} of its 2,000 pairs are settled.`);
  await terminal.waitFor('[ Cancel ]');
  terminal.press('enter');
  await terminal.waitFor('Unfinished transfer 1/5: Review');
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right', 'enter');
  await terminal.waitFor(/Type\s+.*to confirm/);
  terminal.type('TRANSFER');
  terminal.press('enter');
  await terminal.waitFor(`Nothing runs yet. Type exactly: TRANSFER ${left}`);
  expect(await unfinished()).toEqual(before);
  terminal.type(` ${left}`);
  terminal.press('enter');
}

/** The data types that the plan of run `id` carries. */
async function carriedBy(folder: string, id: string): Promise<string[]> {
  const plan = JSON.parse(await readFile(path.join(folder, 'store', 'runs', id, 'plan.json'), 'utf8')) as Plan;
  return plan.carried;
}

/** Lets a held worker go on, if it is there at all. */
function wake(worker: number): void {
  try {
    process.kill(worker, 'SIGCONT');
  } catch {
    // It has ended by itself.
  }
}
