import { describe, expect, test } from 'vitest';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { codeOf, demoFolder, demoIn, workIn } from './demo-folder.ts';

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

const PROMPTS: [args: string[], phrase: string][] = [
  [['apply', 'plan.json'], 'jenny.andrews'],
  [['users', 'deactivate', '24'], 'DEACTIVATE 1'],
  [['users', 'delete', '24', '--detach'], 'agent.2'],
  [['audit', '--erase', '19'], 'ERASE 19'],
];

/** A store in which each of the prompts has its phrase: 24 owns nothing any more, 19 is named in the log. */
async function promptable() {
  return workIn(
    await copiedFolder('prompts', async (folder) => {
      const { run } = await demoIn(folder);
      await run('plan', '--source', '24', '--target', '23', '--out', 'first.json');
      await run('apply', 'first.json', '--confirm', 'agent.1');
      await run('plan', '--source', '19', '--target', '20', '--out', 'second.json');
      await run('apply', 'second.json', '--confirm', 'james.anderson');
      await run('plan', '--source', '22', '--target', '21', '--out', 'plan.json');
    }),
  );
}

describe.each(PROMPTS)('%j', (args, phrase) => {
  test.each([
    ['any terminal', {}],
    ['ACCESSIBLE=1', { ACCESSIBLE: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('on %s it asks, and a line that is corrected is never drawn anew', async (_what, more) => {
    const { folder } = await promptable();
    const terminal = openTerminal({ args, cwd: folder, env: { ...env, ...more }, rows: 80, cols: 120 });
    await terminal.waitFor(`Type ${phrase} and Enter:`);
    terminal.type(`${phrase}xy`);
    terminal.send('\x7f\x7f');
    terminal.press('enter');
    expect(await terminal.exited).toMatchObject({ exitCode: 0 });
    const asked = terminal.output().toString().split(`Type ${phrase} and Enter: `)[1] ?? '';
    expect(asked.split('\n')[0]).not.toContain('\x1b');
  });

  test('the first SIGINT from anywhere leaves it', async () => {
    const { folder, json } = await promptable();
    const before = await json('users', '--inactive');
    const terminal = openTerminal({ args, cwd: folder, env, rows: 80, cols: 120 });
    await terminal.waitFor(`Type ${phrase} and Enter:`);
    process.kill(terminal.pid, 'SIGINT');
    expect(await terminal.exited).toEqual({ exitCode: 130, signal: null });
    expect(terminal.normalScreenText()).toMatch(/^Left before it was confirmed\.$/m);
    expect(await json('users', '--inactive')).toEqual(before);
  });
});
