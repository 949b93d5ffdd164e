import { chown } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { codeOf, demoFolder } from './demo-folder.ts';

/** A folder of another account: made so by root, else one of root's own. */
async function foreignFolder(folder: string): Promise<string> {
  if (process.getuid?.() !== 0) return '/usr';
  const store = path.join(folder, 'store');
  await chown(store, 65534, 65534);
  return store;
}

test.each(['users', 'demo', 'demo --force'])('%s: the store of another account is left alone', async (command) => {
  const { folder, run } = await demoFolder();
  const ended = run(...command.split(' '), '--store', await foreignFolder(folder), '--json');
  expect(await codeOf(ended)).toEqual({ status: 7, code: 'foreign-store' });
});

test('--unsafe-fs is no hindrance to a run, and goes on with the commands that are named', async () => {
  const { run } = await demoFolder();
  const { confirm } = (
    await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json', '--json')
  ).json() as {
    confirm: string;
  };
  const { status, stdout, stderr } = await run('apply', 'plan.json', '--confirm', confirm, '--unsafe-fs');
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/handover --unsafe-fs runs show /);
});
