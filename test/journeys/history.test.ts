import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { doingRun } from '../../source/model/doing-run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { ACTOR, done, finished, givenStore, HOLDER, openAt, started, writeAt } from '../store/given-store.ts';
import { givenRun } from '../wizard/tasks/given-desk.ts';
import { choose, confirm, openWizard, quit } from './session.ts';

test('two wizards on one store: a run that begins is seen in both, live, with who is at work, until its end', async () => {
  const { folder } = await givenStore(60);
  const [first, second] = await Promise.all([
    openWizard({ folder: dirname(folder) }),
    openWizard({ folder: dirname(folder), args: ['--as', 'auditor'] }),
  ]);
  // The test is the worker of a third.
  const store = await openAt(folder, nodeDisk);
  const writer = await store.startWriting({ ...HOLDER, doing: doingRun('one') });
  await writer.append([started('one', 10)]);
  for (const terminal of [first, second]) {
    await terminal.waitFor(/Watch +The run in progress: 0 of 10 pairs, started by admin/);
    await terminal.waitFor(new RegExp(`At work +${HOLDER.login} on ${HOLDER.host} since .* UTC: run one`));
  }
  await choose(first, 'Single');
  await first.waitFor('only one at a time');

  await choose(second, 'History');
  await second.waitFor(/❯ one +transfer +in progress +0 done, 10 left/);
  await writer.append([0, 1, 2].map((index) => done('one', index)));
  await second.waitFor(/❯ one +transfer +in progress +3 done, 7 left/);
  await first.waitFor(/Watch +The run in progress: 3 of 10 pairs/);
  second.press('enter');
  await second.waitFor('3 done, 0 failed, 7 left');
  await writer.append([3, 4, 5, 6, 7, 8, 9].map((index) => done('one', index)));
  await writer.append([finished('one')]);
  await writer.close();
  await second.waitFor('Data Transfer Successful');
  // Who may not transfer may not undo either, and is told so.
  await choose(second, 'Undo this run');
  await second.waitFor('▲ auditor lacks the permission "User Data Transfer"');
  await first.waitFor(/History +1 run so far/);
  await first.waitForGone('At work');
  expect([await quit(first), await quit(second)]).toEqual([0, 0]);
});

test('what failed in an earlier run is found in History, its reason read, and tried again', async () => {
  const { folder } = await givenRun(
    [
      [19, 21, 'done'],
      [20, 22, 'failed'],
    ],
    'finished-with-errors',
  );
  const terminal = await openWizard({ folder: dirname(folder) });
  await choose(terminal, 'History');
  await terminal.waitFor(/one +transfer +finished with errors +1 done, 1 failed/);
  terminal.type('no such run');
  await terminal.waitFor('No run fits. Esc empties the filter.');
  terminal.press('escape');
  await terminal.waitFor('type to filter');
  terminal.type('errors');
  await terminal.waitFor('1 of 1');
  terminal.press('enter');
  await terminal.waitFor('Errors occurred during data transfer.');
  terminal.press('tab', 'tab');
  await terminal.waitFor('[failed 1]');
  await terminal.waitFor(/❯ failed +│ 20 James Anderson/);
  await terminal.waitFor('Changed meanwhile.');
  terminal.press('escape');
  await choose(terminal, 'Retry only these');
  await terminal.waitFor('Retry transfer 1/5: Review');
  await confirm(terminal, 'TRANSFER 1');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  const ended = await runHandover(['runs', '--json'], { cwd: dirname(folder), env: { HANDOVER_STORE: 'store' } });
  expect(ended.json()).toMatchObject([{ state: 'succeeded', counts: { pairs: 1, done: 1 } }, { id: 'one' }]);
});

test('a run that its store stopped says why in History and in its result, and goes on from there', async () => {
  const { folder } = await givenRun([[19, 21, 'left']], 'stopped');
  const { writer } = await writeAt(folder);
  const about = { run: 'one', at: '2026-03-02T10:00:00.000Z' };
  await writer.append([
    { kind: 'run-resumed', ...about, ...ACTOR },
    { kind: 'run-finished', ...about, state: 'stopped', reason: 'The disk is full.' },
  ]);
  await writer.close();
  const terminal = await openWizard({ folder: dirname(folder) });
  await choose(terminal, 'History');
  await terminal.waitFor(/one +transfer +stopped +0 done, 1 left/);
  await terminal.waitFor('Stopped: The disk is full.');
  terminal.press('enter');
  await terminal.waitFor('Why: The disk is full. Mend that, then go on with what is left.');
  await choose(terminal, 'Go on with what is left');
  await terminal.waitFor('Unfinished transfer 1/5: Review');
  await terminal.waitFor('It was stopped: The disk is full.');
  await confirm(terminal, 'TRANSFER 1');
  await terminal.waitFor('Data Transfer Successful');
  expect(terminal.screen().join('\n')).not.toContain('The disk is full.');
  expect(await quit(terminal)).toBe(0);
});
