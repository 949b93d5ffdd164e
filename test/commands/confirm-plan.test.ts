import { expect, test } from 'vitest';
import { openTerminal } from '../helpers/terminal.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

const env = { HANDOVER_STORE: 'store' };

test('at a terminal the plan is shown and its phrase is asked for', async () => {
  const { folder, run } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const terminal = openTerminal({ args: ['apply', 'plan.json'], cwd: folder, env, rows: 60 });
  await terminal.waitFor('Type jenny.andrews and Enter:');
  expect(terminal.normalScreenText()).toContain('FROM John Smith (19) INTO Jenny Andrews (21)');
  terminal.type('jenny.andrews');
  terminal.press('enter');
  expect(await terminal.exited).toMatchObject({ exitCode: 0 });
  expect(terminal.normalScreenText()).toContain('Data Transfer Successful');
});

test('of a merge it says that the source stays and is marked', async () => {
  const { folder, run } = await demoFolder();
  await run('plan', '--operation', 'merge', '--source', '19', '--target', '21', '--out', 'plan.json');
  const terminal = openTerminal({ args: ['apply', 'plan.json'], cwd: folder, env, rows: 160, cols: 120 });
  await terminal.waitFor('Type jenny.andrews and Enter:');
  expect(terminal.normalScreenText()).toContain('what is copied stays with the source as well');
  expect(terminal.normalScreenText()).toContain(
    'John Smith (19) stays, and is marked as merged into Jenny Andrews (21).',
  );
  terminal.press('enter');
  expect(await terminal.exited).toMatchObject({ exitCode: 2 });
});

test.each([
  ['only Enter', 'enter', 2],
  ['Ctrl+C', 'ctrl+c', 130],
  ['Ctrl+D', 'ctrl+d', 2],
] as const)('%s there changes nothing', async (_what, key, exitCode) => {
  const { folder, run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const terminal = openTerminal({ args: ['apply', 'plan.json'], cwd: folder, env, rows: 60 });
  await terminal.waitFor('Type jenny.andrews and Enter:');
  terminal.press(key);
  expect(await terminal.exited).toMatchObject({ exitCode });
  expect(await json('runs')).toEqual([]);
});

test('a phrase that is not the same to the letter changes nothing', async () => {
  const { folder, run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const terminal = openTerminal({ args: ['apply', 'plan.json'], cwd: folder, env, rows: 60 });
  await terminal.waitFor('Type jenny.andrews and Enter:');
  terminal.type('jenny.andrews ');
  terminal.press('enter');
  expect(await terminal.exited).toMatchObject({ exitCode: 2 });
  expect(terminal.normalScreenText()).toContain(
    '"jenny.andrews " is not the phrase of this plan; nothing was changed.',
  );
  expect(await json('runs')).toEqual([]);
});

test.each([
  [[]],
  [['--confirm', 'Jenny.Andrews']],
  [['--confirm', ' jenny.andrews']],
  [['--confirm', 'jenny.andrews\n']],
  [['--confirm', 'TRANSFER 1']],
])('without a terminal %j is refused and changes nothing', async (flags) => {
  const { run, json } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const refused = run('apply', 'plan.json', ...flags, '--json');
  expect(await codeOf(refused)).toEqual({ status: 2, code: 'not-confirmed' });
  expect(await json('runs')).toEqual([]);
});
