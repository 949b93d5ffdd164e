import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { PROGRAM, plainEnvironment } from './program.ts';

interface Options {
  /** Added to a plain environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** What stands in standard input; nothing unless given. */
  stdin?: string | Uint8Array;
}

interface Ended {
  /** The exit status; null where a signal ended it. */
  status: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  /** The one JSON document on standard output; throws with both outputs where there is none. */
  json(): unknown;
  /** The JSON objects on standard output, one a line. */
  jsonLines(): unknown[];
}

/** Runs the built program to its end without a terminal. Build first: `npm run build`. */
export async function runHandover(args: readonly string[], options: Options = {}): Promise<Ended> {
  const cwd = options.cwd ?? tmpdir();
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, env: plainEnvironment(cwd, options.env) });
  // A program that ends without reading its input closes the pipe: that is its right.
  child.stdin.on('error', () => {});
  child.stdin.end(options.stdin ?? '');
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status, signal) => resolve([status, signal]));
  });
  const [stdout, stderr, [status, signal]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const parse = (part: string): unknown => {
    try {
      return JSON.parse(part);
    } catch (cause) {
      const command = path.basename(PROGRAM, '.js');
      throw new Error(`${command} ${args.join(' ')}: not JSON\n${stdout}\n--- on standard error\n${stderr}`, { cause });
    }
  };
  return {
    status,
    signal,
    stdout,
    stderr,
    json: () => parse(stdout),
    jsonLines: () =>
      stdout
        .split('\n')
        .filter((line) => line !== '')
        .map(parse),
  };
}
