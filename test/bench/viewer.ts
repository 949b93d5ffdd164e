import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Plan } from '../../source/model/plan.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { openStore } from '../../source/store/open-store.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { apartPairs, planAll, readStandardCatalogue } from './given-plan.ts';
import { killProcess, nextMessage, startProcess } from './given-process.ts';
import { comparePairs, type Measurement } from './measurement.ts';

const PEOPLE = 10_000;
const PAIRS = 2000;
const REPEATS = 11;
const RUN = 'bench';

/** A worker's run of 2,000 pairs that a second process follows, beside one that nobody follows. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const data = makeDemo({ users: PEOPLE, seed: 1 });
    const fresh = path.join(folder, 'fresh');
    await createStore(fresh, data, nodeDisk, systemRandom);
    const people = new Map(data.people.map((person) => [person.id, person]));
    const plan = planAll(data, await readStandardCatalogue(), people, apartPairs(data.people, PAIRS));
    await freezePlan(nodeDisk, systemRandom, fresh, RUN, plan);
    const followed: number[] = [];
    const alone: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      alone.push(await timeRun(fresh, path.join(folder, `alone-${repeat}`), plan, false));
      followed.push(await timeRun(fresh, path.join(folder, `followed-${repeat}`), plan, true));
    }
    const name = 'run of 2,000 pairs by a worker with a viewer, ms / without';
    return [comparePairs(name, followed, alone, '≤ 1.05 ×')];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Milliseconds from the run's first record to its last, on a copy of the store `fresh`. */
async function timeRun(fresh: string, location: string, plan: Plan, isFollowed: boolean): Promise<number> {
  await cp(fresh, location, { recursive: true });
  const viewer = isFollowed ? await startProcess('follow', [location, RUN]) : null;
  try {
    const seen = viewer === null ? null : nextMessage(viewer);
    await workToEnd(location, plan);
    if (seen !== null && (await seen) !== PAIRS) throw new Error('The viewer did not see every pair');
    const run = await (await openStore(location, systemRandom)).run(RUN);
    if (run?.state !== 'succeeded' || run.finishedAt === null) throw new Error(`The run is ${run?.state}`);
    return Date.parse(run.finishedAt) - Date.parse(run.startedAt);
  } finally {
    if (viewer !== null) await killProcess(viewer);
    await rm(location, { recursive: true });
  }
}

/** The worker's own process, as the program starts it. */
async function workToEnd(location: string, { operator }: Plan): Promise<void> {
  const options = ['_worker', RUN, '--store', location, '--as', operator];
  const worker: ChildProcess = spawn(process.execPath, [PROGRAM, ...options], {
    env: plainEnvironment(location),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [status] = await once(worker, 'exit');
  if (status !== 0) throw new Error(`The worker ended with ${status}`);
}
