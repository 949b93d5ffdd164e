import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { JournalRecord } from '../../source/model/journal.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Holder, StorePort } from '../../source/model/ports.ts';
import type { RunEvent } from '../../source/model/run.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemClock, systemRandom, systemWait } from '../../source/system-ports.ts';
import { followRun } from '../../source/worker/follow-run.ts';
import { freezePlan, type WorkerRequest } from '../../source/worker/start-worker.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';

export interface GivenRun {
  folder: string;
  data: StoreData;
  plan: Plan;
  /** What `startWorker` is told for run "one", whose plan lies ready. */
  request: WorkerRequest;
}

/** A store of 5,000 people with a plan of 2,000 pairs: a worker is at it long enough to be met at work. */
export async function givenRun(pairs = 2000, users = 5000): Promise<GivenRun> {
  const { folder, data } = await givenStore(users);
  const plan = planOn(
    data,
    pairsOf(...Array.from({ length: pairs }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2])),
  );
  await freezePlan(nodeDisk, systemRandom, folder, 'one', plan);
  const catalogue = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');
  onTestFinished(() => endWorker(folder));
  const environment = plainEnvironment(folder);
  const request = {
    program: PROGRAM,
    location: folder,
    operator: 'admin',
    catalogue,
    environment,
    isUnsafeAllowed: false,
  };
  return { folder, data, plan, request };
}

/** Whatever a test leaves at work is ended before its folder goes. */
async function endWorker(folder: string): Promise<void> {
  const store = await openAt(folder);
  const holder = await store.holder();
  if (holder !== null && holder.pid !== process.pid) process.kill(holder.pid, 'SIGKILL');
  while ((await store.holder()) !== null) await systemWait(5, new AbortController().signal);
}

/** Stops the process that writes to the store in `folder` where it is (SIGSTOP), and gives its id. */
export async function holdWorker(folder: string): Promise<number> {
  // Its note is read rather than the store opened: it goes on meanwhile.
  const { pid } = JSON.parse(await readFile(path.join(folder, 'lock.json'), 'utf8')) as Holder;
  process.kill(pid, 'SIGSTOP');
  return pid;
}

/** All events of run "one" from now to its end, as a follower of `store` sees them. */
export async function eventsOf(store: StorePort): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  for await (const batch of followRun(store, 'one', new AbortController().signal, {
    wait: systemWait,
    clock: systemClock,
  }))
    events.push(...batch);
  return events;
}

/** How often each pair was done, by what the journal says: "19:21" → times. */
export function timesDone(records: readonly JournalRecord[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { entry } of records) {
    if (entry.kind !== 'pair-done') continue;
    const key = `${entry.source}:${entry.target}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  }
  return times;
}
