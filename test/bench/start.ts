import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { PseudoTerminal } from '../helpers/pseudo-terminal.ts';
import { isNoisy, type Measurement, medianOf } from './measurement.ts';

const ROUNDS = 15;

/** Milliseconds from starting Node with `args` to its end. Throws when it does not end with status 0. */
function timeToEnd(args: readonly string[], folder: string): number {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: folder, env: plainEnvironment(folder) });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}:\n${stderr}`);
  return performance.now() - start;
}

/** Milliseconds from starting the wizard in a terminal to the first frame that has a header, and to its menu. */
async function timeToFrames(store: string, folder: string): Promise<{ header: number; menu: number }> {
  const start = performance.now();
  const terminal = new PseudoTerminal({ args: ['--store', store], cwd: folder });
  try {
    await terminal.waitFor(([header]) => terminal.onAlternateScreen && header !== '');
    const headerAfter = performance.now() - start;
    await terminal.waitFor('Single');
    return { header: headerAfter, menu: performance.now() - start };
  } finally {
    await terminal.close();
  }
}

/** How long it takes to start, in the time that Node takes to do nothing; one of each in turn, and the medians. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const store = path.join(folder, 'store');
    timeToEnd([PROGRAM, 'demo', '--store', store], folder);
    const floors: number[] = [];
    const helps: number[] = [];
    const frames: { header: number; menu: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(timeToEnd(['-e', '0'], folder));
      helps.push(timeToEnd([PROGRAM, '--help'], folder));
      frames.push(await timeToFrames(store, folder));
    }
    const floor = medianOf(floors);
    const line = (name: string, values: number[], goal: string): Measurement => {
      const value = medianOf(values);
      return { name, value, floor, ratio: value / floor, goal, noisy: isNoisy(floors) };
    };
    return [
      line(
        'first frame of the wizard, ms',
        frames.map(({ header }) => header),
        '≤ 6 ×',
      ),
      line(
        'first screen with its menu, ms',
        frames.map(({ menu }) => menu),
        '',
      ),
      line('--help, ms', helps, '≤ 2.5 ×'),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
