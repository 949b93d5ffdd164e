import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { PseudoTerminal } from '../helpers/pseudo-terminal.ts';
import { apartPairs } from './given-plan.ts';
import type { Measurement } from './measurement.ts';

const PAIRS = 2000;
/** Milliseconds that the worker is let go on, and held, in turn: so a run takes many seconds. */
const TURN = { on: 2, held: 98 };
/** How many pairs a run has left, on its screen. */
const LEFT = / failed, (\d+) left$/m;
/** Milliseconds for which an idle screen is watched. */
const IDLE = 3000;

/** Bytes a second that the screen of a run sends to a terminal of 80 by 24, as over SSH; and an idle one. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  const location = path.join(folder, 'store');
  const data = makeDemo({ users: 5000, seed: 1 });
  await createStore(location, data, nodeDisk, systemRandom);
  const rows = apartPairs(data.people, PAIRS).map(({ source, target }) => `${source},${target}`);
  await writeFile(path.join(folder, 'pairs.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
  const handover = (...args: string[]) => {
    const options = { cwd: folder, env: plainEnvironment(folder), encoding: 'utf8' } as const;
    const ended = spawnSync(process.execPath, [PROGRAM, ...args, '--store', location], options);
    if (ended.status !== 0) throw new Error(ended.stderr);
  };
  handover('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  const terminal = new PseudoTerminal({ args: ['--store', location], cwd: folder });
  try {
    await terminal.waitFor('no run is in progress');
    await setTimeout(IDLE / 3);
    const idle = await bytesDuring(terminal, () => setTimeout(IDLE));
    handover('apply', 'plan.json', '--confirm', `TRANSFER ${PAIRS}`, '--detach');
    const { pid } = JSON.parse(await readFile(path.join(location, 'lock.json'), 'utf8')) as { pid: number };
    process.kill(pid, 'SIGSTOP');
    await terminal.waitFor(/❯ Watch +The run in progress/);
    terminal.press('enter');
    await terminal.waitFor(LEFT);
    const running = await bytesDuring(terminal, () => stretch(pid, terminal));
    await terminal.waitFor('Transfer Successful');
    return [
      {
        name: 'screen of a run at 80 × 24, bytes a second',
        value: running,
        floor: null,
        ratio: null,
        goal: '≤ 1000 bytes',
      },
      { name: 'idle screen, bytes a second', value: idle, floor: null, ratio: null, goal: '≤ 0 bytes' },
    ];
  } finally {
    await terminal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Bytes a second that come while `act` is at work. */
async function bytesDuring(terminal: PseudoTerminal, act: () => Promise<unknown>): Promise<number> {
  const before = terminal.bytesReceived;
  const start = performance.now();
  await act();
  return ((terminal.bytesReceived - before) * 1000) / (performance.now() - start);
}

/** Lets the worker `pid` go on by short turns, until nine tenths of its pairs are done. */
async function stretch(pid: number, terminal: PseudoTerminal): Promise<void> {
  const left = () => Number(LEFT.exec(terminal.screen().join('\n'))?.[1]);
  while (left() > PAIRS / 10) {
    process.kill(pid, 'SIGCONT');
    await setTimeout(TURN.on);
    process.kill(pid, 'SIGSTOP');
    await setTimeout(TURN.held);
  }
  process.kill(pid, 'SIGCONT');
}
