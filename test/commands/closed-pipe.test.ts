import { execFile } from 'node:child_process';
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
