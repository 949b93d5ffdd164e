import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { PROGRAM, plainEnvironment } from './program.ts';

interface Ended {
  status: number;
  /** Standard output, then standard error. */
  output: string;
}

/**
 * Runs a line in `sh` as it would be typed in the folder `cwd`, where `handover` is the built program.
 * @param env added to a plain environment
 */
export async function runLine(line: string, cwd: string, env: Record<string, string> = {}): Promise<Ended> {
  const bin = join(cwd, '.bin');
  await mkdir(bin, { recursive: true });
  await writeFile(join(bin, 'handover'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  await chmod(join(bin, 'handover'), 0o755);
  const plain = plainEnvironment(cwd, env);
  return new Promise((resolve) => {
    const options = { cwd, env: { ...plain, PATH: `${bin}${delimiter}${plain.PATH ?? ''}` } };
    execFile('sh', ['-c', line], options, (error, stdout, stderr) => {
      resolve({
        status: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1,
        output: stdout + stderr,
      });
    });
  });
}
