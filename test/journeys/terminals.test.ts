import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { PROGRAM } from '../helpers/program.ts';
import { planMany, watchStretched } from '../helpers/stretched-run.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';
import { chooseJohnAndJenny, openWizard, quit, runFromTypes } from './session.ts';

const FRAME = '\u001B[?2026h';
const STYLE = /\u001B\[([0-9;]*)m/g;

/** The SGR codes that have been sent so far. */
const codesOf = (terminal: Terminal): Set<string> =>
  new Set([...terminal.output().toString().matchAll(STYLE)].flatMap(([, codes = '']) => codes.split(';')));

test('the screen of a run sends at most 1.5 kB with each change, and changes come one and a half seconds apart', async () => {
  const folder = await tempFolder();
  // Many, so that the worker cannot be through before it is held.
  await planMany(folder, 2000);
  const terminal = await openWizard({ folder });
  const { output, milliseconds } = await watchStretched(folder, terminal, 3);
  const frames = output.split(FRAME).slice(1);
  expect(frames.length).toBeGreaterThan(0);
  expect(frames.length).toBeLessThanOrEqual(milliseconds / 1500 + 2);
  expect(Buffer.byteLength(output) / frames.length).toBeLessThan(1500);
  await terminal.waitFor('Data Transfer Successful');
  await quit(terminal);
});

test('a screen on which nothing happens sends nothing', async () => {
  const terminal = await openWizard(await demoFolder());
  const isSilent = async () => {
    await setTimeout(300);
    const before = terminal.bytesReceived;
    await setTimeout(1200);
    expect(terminal.bytesReceived - before).toBe(0);
  };
  await isSilent();
  await chooseJohnAndJenny(terminal);
  terminal.press('enter');
  await terminal.waitFor('records move');
  await isSilent();
});

test.each([
  ['FORCE_COLOR=0', { FORCE_COLOR: '0' }, []],
  ['FORCE_COLOR=0 in CI', { FORCE_COLOR: '0', CI: 'true' }, []],
  ['--no-color', { FORCE_COLOR: '3' }, ['--no-color']],
  ['a terminal without colours', { TERM: 'xterm-mono' }, []],
])('%s: no colour, no inverse text', async (_name, env, args) => {
  const terminal = await openWizard({ ...(await demoFolder()), env, args });
  await chooseJohnAndJenny(terminal);
  await quit(terminal);
  expect([...codesOf(terminal)]).toEqual([]);
});

test.each([
  ['FORCE_COLOR=1', { FORCE_COLOR: '1', TERM: 'xterm' }],
  ['FORCE_COLOR=2', { FORCE_COLOR: '2' }],
  ['FORCE_COLOR=3', { FORCE_COLOR: '3', COLORTERM: 'truecolor' }],
  ['a Linux console', { TERM: 'linux' }],
])('%s: colours of the sixteen only', async (_name, env) => {
  const terminal = await openWizard({ ...(await demoFolder()), env });
  await chooseJohnAndJenny(terminal);
  await quit(terminal);
  const known = ['0', '1', '2', '7', '22', '27', '31', '32', '33', '35', '39'];
  const codes = [...codesOf(terminal)];
  expect(codes).toContain('35');
  expect(codes.filter((code) => !known.includes(code))).toEqual([]);
});

test('--inline: what was on the screen stays, and so does the last frame, above what comes next', async () => {
  const { folder } = await demoFolder();
  const command = [
    '/bin/sh',
    '-c',
    'echo what was before; "$@" --inline; echo what comes next',
    'sh',
    process.execPath,
  ];
  const terminal = openTerminal({ command, args: [PROGRAM], cwd: folder, env: { HANDOVER_STORE: 'store' } });
  await terminal.waitFor('Emptied');
  await chooseJohnAndJenny(terminal);
  terminal.press('enter');
  await terminal.waitFor('records move');
  expect(terminal.onAlternateScreen).toBe(false);
  await quit(terminal);
  const lines = terminal.normalScreenText().split('\n');
  expect(lines[0]).toBe('what was before');
  expect(lines.at(-1)).toBe('what comes next');
  expect(lines.filter((line) => line.startsWith('handover  Single transfer'))).toHaveLength(1);
  expect(lines.join('\n')).toContain('125 records move');
});

test('--inline: the result of a run is still read after it has been left', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, args: ['--inline'] });
  await chooseJohnAndJenny(terminal);
  await runFromTypes(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  await quit(terminal);
  const left = terminal.normalScreenText();
  expect(left).toContain('✓ Data Transfer Successful');
  expect(left).toContain('1 done, 0 failed, 0 left');
});
