import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import pkg from '../../package.json' with { type: 'json' };
import { PROGRAM } from '../helpers/program.ts';

/** Runs handover on this Node, which says of itself that it is `version`. */
async function runOnNode(
  version: string,
  ...args: string[]
): Promise<{ status: unknown; stdout: string; stderr: string }> {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`;
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', pretend, PROGRAM, ...args]);
    return { status: 0, stdout, stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: unknown; stdout: string; stderr: string };
    return { status: code, stdout, stderr };
  }
}

test.each(['20.20.2', '22.17.1', '18.0.0'])('Node %s is told which Node it takes, with status 2', async (version) => {
  const message = `handover needs Node 22.18 or later; this is Node ${version}.`;
  const hint = 'Install a later Node; or, in a copy of the repository, say "npm start": it brings its own.';
  for (const args of [['users'], ['--version'], []]) {
    expect(await runOnNode(version, ...args)).toEqual({ status: 2, stdout: '', stderr: `${message}\n${hint}\n` });
  }
  const { status, stdout, stderr } = await runOnNode(version, 'users', '--json');
  expect([status, JSON.parse(stdout), stderr]).toEqual([2, { error: { code: 'old-node', message, hint } }, '']);
});

test.each(['22.18.0', '24.0.0', '100.1.0'])('Node %s is taken', async (version) => {
  expect(await runOnNode(version, '--version')).toEqual({ status: 0, stdout: `${pkg.version}\n`, stderr: '' });
});
