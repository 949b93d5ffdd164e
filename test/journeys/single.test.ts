import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { choose, chooseJohnAndJenny, confirm, farewellOf, openWizard, quit, runFromTypes } from './session.ts';

interface Shown {
  records: Record<string, unknown[]>;
}

test('one transfer from the first screen to the summary on the normal screen', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  expect(terminal.screen()[0]).toMatch(/^handover {2}Start .*admin {2}LIVE$/);
  await chooseJohnAndJenny(terminal);
  expect(terminal.screen()[2]).toBe('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');

  terminal.press('enter');
  await terminal.waitFor('[By type');
  terminal.press('d');
  await terminal.waitFor('kept  ');
  terminal.press('escape');
  await terminal.waitFor('[By type');
  terminal.press('right', 'right');
  await terminal.waitFor('[Not moved');
  terminal.press('left', 'left');
  await confirm(terminal, 'jenny.andrews');

  await terminal.waitFor('Data Transfer Successful');
  const counts = /^1 done, 0 failed, 0 left; 125 moved, 47 replaced\. Run (\S+)$/m;
  const id = counts.exec(terminal.screen().join('\n'))?.[1] ?? '';
  await choose(terminal, 'Save the log of this run');
  const log = `handover-log-${id}.csv`;
  await terminal.waitFor(/saved already: \S+/);
  expect((await readFile(path.join(demo.folder, log), 'utf8')).split('\r\n')[2]).toMatch(
    new RegExp(`,pair-done,${id},.*,19,John Smith,21,Jenny Andrews,done,`),
  );
  await choose(terminal, 'Save the log of this run');
  await terminal.waitFor('It is saved:');
  expect(await readdir(demo.folder)).toEqual([log, 'store']);
  await choose(terminal, 'Quit');
  expect((await terminal.exited).exitCode).toBe(0);
  expect(terminal.onAlternateScreen).toBe(false);
  expect(farewellOf(terminal)).toMatch(
    new RegExp(`^Run ${id}: 1 done, 0 failed, 0 left\\. Log of 1 pair: \\S+${log}$`),
  );

  expect(await demo.json('runs')).toMatchObject([{ id, state: 'succeeded', counts: { pairs: 1, done: 1 } }]);
  const john = await demo.json<Shown>('users', 'show', '19');
  expect(john.records['agent-schedules'] ?? []).toEqual([]);
});

test('a type that was switched off stays with the source', async () => {
  const demo = await demoFolder();
  const before = await demo.json<Shown>('users', 'show', '19');
  expect(before.records['evaluations-as-evaluator']?.length).toBeGreaterThan(0);
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  terminal.press('space');
  // What is counted anew from the evaluations stays behind with them.
  await terminal.waitFor('35 of 37 data types are carried;');
  await runFromTypes(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  const after = await demo.json<Shown>('users', 'show', '19');
  expect(after.records['evaluations-as-evaluator']).toEqual(before.records['evaluations-as-evaluator']);
});

test('back through every step with the answers kept, and forward again to the same plan', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  terminal.press('down', 'space');
  await terminal.waitFor('36 of 37 data types are carried;');
  terminal.press('enter');
  await terminal.waitFor('[By type');
  const review = terminal.screen();
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right', 'enter');
  await terminal.waitFor('to confirm');

  for (const sight of ['[ Cancel ]', '[By type', '36 of 37 data types are carried;', 'john smith']) {
    terminal.press('escape');
    await terminal.waitFor(sight);
  }
  // The first Escape empties the search, the next goes back.
  terminal.press('escape');
  await terminal.waitForGone('john smith');
  terminal.press('escape');
  await terminal.waitFor('1/8: Target user');
  terminal.press('escape');
  await terminal.waitForGone('jenny andrews ');
  terminal.press('escape');
  await terminal.waitFor('You are');
  await choose(terminal, 'Single');
  await terminal.waitFor('FROM John Smith (19) INTO Jenny Andrews (21)');
  await pick21(terminal);
  await terminal.waitFor('2/8: Source user');
  terminal.type('john smith');
  await terminal.waitFor(/❯ +19 +John Smith/);
  terminal.press('enter');
  await terminal.waitFor('36 of 37 data types are carried;');
  terminal.press('enter');
  await terminal.waitFor('[By type');
  expect(terminal.screen()).toEqual(review);
  expect(await quit(terminal)).toBe(0);
  expect(await demo.json('runs')).toEqual([]);
});

async function pick21(terminal: Awaited<ReturnType<typeof openWizard>>): Promise<void> {
  terminal.type('jenny andrews');
  await terminal.waitFor(/❯ +21 +Jenny Andrews/);
  terminal.press('enter');
}

test('people changed while the plan was read: the run is refused, and a new review is shown', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  terminal.press('enter');
  await terminal.waitFor('[By type');
  await demo.run('plan', '--source', '22', '--target', '21', '--out', 'between.json');
  expect((await demo.run('apply', 'between.json', '--confirm', 'jenny.andrews')).status).toBe(0);
  await confirm(terminal, 'jenny.andrews');
  await terminal.waitFor('Here is the plan as it is now');
  await confirm(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  expect(await demo.json('runs')).toMatchObject([{ state: 'succeeded' }, { state: 'succeeded' }]);
});
