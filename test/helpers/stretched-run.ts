import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { PROGRAM, plainEnvironment } from './program.ts';
import type { PseudoTerminal } from './pseudo-terminal.ts';

/** Milliseconds that the worker is let go on, and held, in turn: so a run takes many seconds. */
const TURN = { on: 2, held: 98 };

/** How many pairs a run has left, on its screen. */
const LEFT = / failed, ([\d,]+) left$/m;

/** Makes a demonstration store in `folder`/store, and plan.json for so many pairs of its people. */
export async function planMany(folder: string, pairs: number): Promise<void> {
  const data = makeDemo({ users: Math.ceil(pairs * 2.5), seed: 1 });
  await createStore(path.join(folder, 'store'), data, nodeDisk, systemRandom);
  const ids = data.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const rows = Array.from({ length: pairs }, (_, index) => ids.slice(2 * index, 2 * index + 2).join());
  await writeFile(path.join(folder, 'pairs.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
  handoverIn(folder, 'plan', '--file', 'pairs.csv', '--out', 'plan.json');
}

/**
 * Applies plan.json of `folder` behind the back of the wizard in `terminal`, which stands at its first screen, and
 * watches it there by short turns of its worker, until a tenth of its pairs is left, or its number has changed so often.
 * @returns what came meanwhile, after the first whole frame
 */
export async function watchStretched(
  folder: string,
  terminal: PseudoTerminal,
  changes = Number.POSITIVE_INFINITY,
): Promise<{ output: string; milliseconds: number }> {
  const { confirm, pairs } = JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8'));
  handoverIn(folder, 'apply', 'plan.json', '--confirm', confirm, '--detach');
  const { pid } = JSON.parse(await readFile(path.join(folder, 'store', 'lock.json'), 'utf8')) as { pid: number };
  process.kill(pid, 'SIGSTOP');
  try {
    await terminal.waitFor(/❯ Watch +The run in progress/);
    terminal.press('enter');
    await terminal.waitFor(LEFT);
    const before = terminal.bytesReceived;
    const start = performance.now();
    const seen = new Set<number>();
    for (;;) {
      const left = Number(LEFT.exec(terminal.screen().join('\n'))?.[1]?.replaceAll(',', ''));
      seen.add(left);
      if (!(left > pairs.length / 10) || seen.size > changes) break;
      process.kill(pid, 'SIGCONT');
      await setTimeout(TURN.on);
      process.kill(pid, 'SIGSTOP');
      await setTimeout(TURN.held);
    }
    const milliseconds = performance.now() - start;
    return { output: terminal.output().subarray(before).toString(), milliseconds };
  } finally {
    process.kill(pid, 'SIGCONT');
  }
}

function handoverIn(folder: string, ...args: string[]): void {
  const options = { cwd: folder, env: plainEnvironment(folder), encoding: 'utf8' } as const;
  const ended = spawnSync(process.execPath, [PROGRAM, ...args, '--store', 'store'], options);
  if (ended.status !== 0) throw new Error(ended.stderr);
}
