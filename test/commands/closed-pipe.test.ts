import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROGRAM } from '../helpers/program.ts';
import { demoFolder } from './demo-folder.ts';

test('a reader that has seen enough is no error', async () => {
  const { folder } = await demoFolder('--users', '5000');
  const command = `"${process.execPath}" "${PROGRAM}" users --inactive --store store | head -n 2`;
  const { stdout, stderr } = await promisify(execFile)('sh', ['-c', command], { cwd: folder });
  expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  expect(stderr).not.toContain('EPIPE');
});

/** Runs a command whose reader has gone before it says anything, and tells its exit status. */
async function statusUnread(command: string, folder: string): Promise<number> {
  const line = `{ "${process.execPath}" "${PROGRAM}" ${command} --store store; echo $? > status; } | :`;
  await promisify(execFile)('sh', ['-c', line], { cwd: folder });
  return Number(await readFile(path.join(folder, 'status'), 'utf8'));
}

test('a run whose follower nobody reads goes on, and is not told to be done', async () => {
  const { folder, run, json } = await demoFolder('--keep');
  await run('plan', '--source', '24', '--target', '23', '--out', 'plan.json');
  expect(await statusUnread('apply plan.json --confirm agent.1 --json', folder)).toBe(141);
  expect((await run('watch')).status).toBe(0);
  expect(await json('runs')).toMatchObject([{ state: 'succeeded' }]);
});

test('what a command has come to is its status, also where nobody reads it', async () => {
  const { folder, json } = await demoFolder('--keep');
  expect(await statusUnread('users show 99999 --json', folder)).toBe(2);
  expect(await statusUnread('settings seats 301', folder)).toBe(0);
  expect(await json('settings')).toMatchObject({ seats: 301 });
});

// Only where the system has a disk that is always full.
test.runIf(existsSync('/dev/full'))(
  'output that there is no room for is told in a sentence, and is a failure',
  async () => {
    const { folder } = await demoFolder('--keep');
    for (const flags of ['', ' --json']) {
      const command = `"${process.execPath}" "${PROGRAM}" users --store store${flags} > /dev/full`;
      const failed = await promisify(execFile)('sh', ['-c', command], { cwd: folder }).catch((error: unknown) => error);
      expect(failed).toMatchObject({ code: 1, stderr: expect.stringContaining('could not be written') });
      expect(failed).toMatchObject({ stderr: expect.not.stringMatching(/^\s+at |file:/m) });
    }
  },
);

test.runIf(existsSync('/dev/full'))('where neither output can be written, it ends', async () => {
  const { folder } = await demoFolder('--keep');
  const command = `"${process.execPath}" "${PROGRAM}" users --store store > /dev/full 2> /dev/full`;
  const run = promisify(execFile)('sh', ['-c', command], { cwd: folder, timeout: 30_000 });
  await expect(run).rejects.toMatchObject({ code: 1 });
});
