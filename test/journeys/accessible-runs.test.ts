import { readdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { doingRun } from '../../source/model/doing-run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { demoFolder } from '../commands/demo-folder.ts';
import { openQuestions } from '../helpers/questions.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { done, finished, givenStore, HOLDER, openAt, started } from '../store/given-store.ts';
import { givenRun } from '../wizard/tasks/given-desk.ts';

const runsOf = async (folder: string) =>
  (await runHandover(['runs', '--json'], { cwd: folder, env: { HANDOVER_STORE: 'store' } })).json();

test('what failed is found in History, its log saved, and tried again', async () => {
  const { folder: store } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'failed'],
    ],
    'finished-with-errors',
  );
  const folder = dirname(store);
  const wizard = openQuestions({ folder });
  const home = await wizard.waitFor('History');
  await wizard.answers(
    [/(\d)\. History/.exec(home)?.[1] ?? '', /^1\. Run one: finished with errors; 1 done, 1 failed\./m],
    ['no such run', 'No run fits.'],
    ['b', '1. Run one'],
    ['errors', '1. Run one'],
    ['1', /Errors occurred during data transfer\. .*\n/],
  );
  expect(wizard.since()).toContain('20 James Anderson (20) into Sam Rodgers (22): Changed meanwhile.');
  await wizard.answers(
    ['1', 'Done: Log of 1 pair:'],
    ['1', 'It is saved:'],
    ['p', '2. failed: '],
    ['f', 'Listed: failed, 1 of 2 pairs.'],
    ['1', 'Failed, '],
    ['u', 'This pair cannot be undone: nothing of it was done.'],
    ['b', 'Listed: failed'],
    ['b', '2. Retry only these: 1 failed, as a new plan'],
    ['2', 'Retry transfer, step 1 of 5: Review.'],
    ['c', '2. Run Transfer'],
    ['2', 'TRANSFER 1'],
    ['TRANSFER 1', 'Data Transfer Successful'],
  );
  wizard.end();
  await wizard.ended;
  expect((await readdir(folder)).filter((name) => name.startsWith('handover-errors-'))).toHaveLength(1);
  expect(await runsOf(folder)).toMatchObject([{ state: 'succeeded', counts: { pairs: 1, done: 1 } }, { id: 'one' }]);
});

test('an unfinished run comes first, and is gone on with', async () => {
  const { folder: store } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'left'],
    ],
    'stopped',
  );
  const folder = dirname(store);
  const wizard = openQuestions({ folder });
  await wizard.waitFor('1. Go on: The run one is unfinished: 1 of 2 pairs left');
  await wizard.answers(
    ['1', 'Unfinished transfer, step 1 of 5: Review.'],
    ['c', 'The run one goes on: 1 of its 2 pairs are settled.'],
    ['2', 'TRANSFER 1'],
    ['TRANSFER 1', 'Data Transfer Successful'],
  );
  wizard.end();
  await wizard.ended;
  expect(await runsOf(folder)).toMatchObject([{ id: 'one', state: 'succeeded', counts: { done: 2, left: 0 } }]);
});

test('a run that somebody else has begun is watched to its end', async () => {
  const { folder: store } = await givenStore(60);
  const folder = dirname(store);
  const opened = await openAt(store, nodeDisk);
  const writer = await opened.startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one', 3)]);
  const wizard = openQuestions({ folder, args: ['--accessible', '--as', 'auditor'] });
  await wizard.waitFor('1. Watch: The run in progress: 0 of 3 pairs, started by admin');
  await wizard.answers(
    ['1', '0 of 3 pairs: 0 done, 0 failed, 3 left.'],
    ['s', 'The run cannot be stopped from here'],
    ['b', '1. Watch'],
    ['1', 'At work: '],
  );
  await writer.append([done('one', 0)]);
  for (let said = ''; !said.includes('1 of 3 pairs'); ) said = await wizard.answer('', 'of 3 pairs');
  await writer.append([done('one', 1), done('one', 2), finished('one')]);
  await writer.close();
  await wizard.waitFor('Data Transfer Successful');
  expect(wizard.since()).toContain('3 of 3 pairs: 3 done, 0 failed, 0 left.');
  wizard.end();
  expect((await wizard.ended).status).toBe(130);
});

test('one pair of a run is undone from the list of its pairs, and what changed since is overwritten where asked', async () => {
  const demo = await demoFolder();
  const plan = async (source: number, target: number, name: string) => {
    const pair = ['--source', String(source), '--target', String(target)];
    const { confirm } = await demo.json<{ confirm: string }>('plan', ...pair, '--out', name);
    expect((await demo.run('apply', name, '--confirm', confirm)).status).toBe(0);
  };
  await plan(19, 21, 'one.json');
  await plan(21, 22, 'two.json');
  const wizard = openQuestions(demo);
  const home = await wizard.waitFor('2 runs so far');
  await wizard.answers(
    [/(\d)\. History/.exec(home)?.[1] ?? '', '2. Run '],
    ['2', 'Data Transfer Successful'],
    ['p', '1. done: John Smith (19) into Jenny Andrews (21)'],
    ['1', 'u: undo this pair.'],
    ['u', 'UNDO of run '],
    [
      'c',
      /^UNDO of run .*: BACK TO .*\nWarning: After it, run .*\n.* A later run touched these people: undo it first/m,
    ],
    ['4', 'Warnings.'],
    ['b', '1. By type'],
  );
  wizard.end();
  await wizard.ended;
});

test('emptied accounts are marked and deactivated at one time, and one is not deleted for what stands against it', async () => {
  const demo = await demoFolder();
  await demo.run('plan', '--source', '24', '--target', '23', '--out', 'plan.json');
  await demo.run('apply', 'plan.json', '--confirm', 'agent.1');
  const wizard = openQuestions(demo);
  const home = await wizard.waitFor('Emptied');
  await wizard.answers([
    /(\d)\. Emptied/.exec(home)?.[1] ?? '',
    /^1\. Agent 2 \(24\) is active and still owns 1 kind of data: transferred to /m,
  ]);
  await wizard.answers(
    ['1', /^1\. Marked: Agent 2 \(24\)/m],
    ['c', '1. Deactivate: 1 account'],
    ['1', 'They can sign in no more'],
    ['2', 'Done: Agent 2 (24) deactivated.'],
    ['1 o', '3. Delete: for good'],
    ['3', 'Delete Agent 2 (24)?'],
    ['b', 'is inactive and still owns 1 kind of data: transferred to'],
  );
  wizard.end();
  await wizard.ended;
  expect(await demo.json('users', 'show', '24')).toMatchObject({ active: false });
});
