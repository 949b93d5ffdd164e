import { expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { runHandover } from './run-handover.ts';

test('a run gives status and both outputs apart', async () => {
  const good = await runHandover(['--version']);
  expect([good.status, good.signal, good.stdout, good.stderr]).toEqual([0, null, `${pkg.version}\n`, '']);
  const bad = await runHandover(['--bogus']);
  expect([bad.status, bad.stdout]).toEqual([2, '']);
  expect(bad.stderr).toContain('--bogus');
});

test('JSON is parsed, and what is none is shown with the error', async () => {
  const bad = await runHandover(['--bogus', '--json']);
  expect(bad.json()).toHaveProperty('error.code');
  expect(bad.jsonLines()).toHaveLength(1);
  const help = await runHandover(['--help']);
  expect(() => help.json()).toThrow(/--help: not JSON.*opens the wizard/s);
});

test('a program without a terminal gets none, and its standard input is empty unless given', async () => {
  const open = await runHandover([]);
  expect(open.status).toBe(2);
  expect(open.stderr).toContain('terminal');
});
