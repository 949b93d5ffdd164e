import { expect, test } from 'vitest';
import { runHandover } from '../helpers/run-handover.ts';
import { demoFolder } from './demo-folder.ts';

test('a protection that is said in another way is refused, not silently off', async () => {
  const { run, json } = await demoFolder('--keep');
  const before = await json('settings');
  const refused = await run('settings', 'seats', '77', '--read-only=yes');
  expect(refused).toMatchObject({ status: 2, stderr: expect.stringContaining('--read-only is on or off') });
  expect(await json('settings')).toEqual(before);
  expect(await run('users', '--redact=1')).toMatchObject({ status: 2, stdout: '' });
});

test('--json=true and --ascii=true are obeyed wherever they stand, and behind -- they are words', async () => {
  const { run } = await demoFolder('--keep');
  const failed = await run('users', '--bogus', '--json=true');
  expect(failed.json()).toMatchObject({ error: { code: 'unknown-flag' } });
  expect(failed.stderr).toBe('');
  const inAscii = await run('export', '--out', 'missing/“x”.csv', '--ascii=true');
  expect(inAscii.stderr).toMatch(/^[\x20-\x7e\n]+$/);
  const asWord = await run('check', '--', '--json');
  expect(asWord).toMatchObject({ status: 4, stdout: '', stderr: expect.stringContaining('--json” cannot be read') });
});

test('the hint of a failure names the same store as JSON, too', async () => {
  const { folder, run } = await demoFolder('--keep');
  const args = ['apply', 'plan.json', '--confirm', 'agent.1', '--store', 'store'];
  await run('plan', '--source', '24', '--target', '23', '--out', 'plan.json');
  await run(...args);
  const again = await runHandover([...args, '--json'], { cwd: folder });
  expect(again.json()).toMatchObject({ error: { hint: expect.stringContaining('handover --store store ') } });
});

test('the wizard has no JSON: nothing is asked, and that is all it says', async () => {
  const { run } = await demoFolder('--keep');
  const refused = await run('--accessible', '--json');
  expect(refused.status).toBe(2);
  expect(refused.json()).toMatchObject({ error: { code: 'wrong-flag' } });
});
