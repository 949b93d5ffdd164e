import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runHandover } from '../helpers/run-handover.ts';
import { choose, openWizard } from '../journeys/session.ts';
import { demoFolder } from './demo-folder.ts';

/** Loaded before the program: sends it `signal` as soon as part of a hidden file stands in its working folder. */
function signalWhenHalf(signal: string): string {
  const code = `
    import { readdirSync, statSync } from 'node:fs';
    const isHalf = () => readdirSync('.').some((name) => name.startsWith('.handover-') && statSync(name).size > 0);
    const look = () => (isHalf() ? process.kill(process.pid, '${signal}') : setImmediate(look).unref());
    look();`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

test.each([
  ['SIGINT', []],
  ['SIGTERM', ['--json']],
  ['SIGHUP', []],
])('an export that %s ends leaves nothing behind, and says so: %j', async (signal, flags) => {
  const { folder } = await demoFolder('--users', '5000');
  const env = { HANDOVER_STORE: 'store', NODE_OPTIONS: signalWhenHalf(signal) };
  const ended = await runHandover(['export', ...flags], { cwd: folder, env });
  expect(ended).toMatchObject({ status: 130, signal: null });
  const said = flags.length === 0 ? ended.stderr : (ended.json() as { error: { message: string } }).error.message;
  expect(said).toContain(`“${path.join(folder, 'people.csv')}” was not written`);
  expect(await readdir(folder)).toEqual(['store']);
});

test('a file that is replaced stays as it was', async () => {
  const { folder, run } = await demoFolder('--users', '5000');
  await run('export');
  const file = path.join(folder, 'people.csv');
  const before = await stat(file);
  const env = { HANDOVER_STORE: 'store', NODE_OPTIONS: signalWhenHalf('SIGTERM') };
  expect(await runHandover(['export', '--force'], { cwd: folder, env })).toMatchObject({ status: 130 });
  expect(await stat(file)).toMatchObject({ ino: before.ino, size: before.size });
  expect((await readdir(folder)).sort()).toEqual(['people.csv', 'store']);
});

test('an export of the wizard is ended so, too, and the terminal is as it was', async () => {
  const { folder } = await demoFolder('--users', '5000');
  const terminal = await openWizard({ folder, env: { NODE_OPTIONS: signalWhenHalf('SIGTERM') }, fromShell: true });
  await choose(terminal, 'Export');
  await terminal.waitFor('Save as:');
  terminal.press('enter');
  await terminal.waitFor('[status 130, terminal cooked]');
  expect(terminal.normalScreenText().replaceAll('\n', '')).toContain('was not written');
  expect(await readdir(folder)).toEqual(['store']);
});
