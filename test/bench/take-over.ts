import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { killProcess, nextMessage, startProcess } from './given-process.ts';
import { comparePairs, type Measurement } from './measurement.ts';

const PEOPLE = 1000;
const ROUNDS = 15;

/** From kill -9 of the writer until a process that has been trying is the writer, beside a start of Node. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const store = path.join(folder, 'store');
    await createStore(store, makeDemo({ users: PEOPLE, seed: 1 }), nodeDisk, systemRandom);
    const ours: number[] = [];
    const floors: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      floors.push(timeStart());
      ours.push(await timeTakeOver(store));
    }
    const name = 'store taken over after kill -9 of its writer, ms / node -e 0';
    return [comparePairs(name, ours, floors, '≤ 1 ×')];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function timeStart(): number {
  const start = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - start;
}

async function timeTakeOver(store: string): Promise<number> {
  const holder = await startProcess('hold-store', [store, '0']);
  const waiting = await startProcess('take-over', [store]);
  try {
    const taken = nextMessage(waiting);
    // Long enough that it has been refused once, and a different while each time: it may look at any moment of its round.
    await new Promise((resolve) => setTimeout(resolve, 500 + 100 * Math.random()));
    const start = performance.timeOrigin + performance.now();
    await killProcess(holder);
    return Number(await taken) - start;
  } finally {
    await killProcess(holder);
    await killProcess(waiting);
  }
}
