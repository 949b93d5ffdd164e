import { mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { startAudited } from '../../source/audit/start-audited.ts';
import type { Catalogue } from '../../source/model/catalogue.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { openStore } from '../../source/store/open-store.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import { apartPairs, holderOf, planAll, readStandardCatalogue, runToEnd } from './given-plan.ts';
import { comparePairs, type Measurement, medianOf } from './measurement.ts';

const PEOPLE = 10_000;
const PAIRS = 2000;
const REPEATS = 7;

/** A plan of 2,000 pairs over 10,000 people, its run beside bare synced writes and beside lowdb's, and opening beside bare JSON. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const catalogue = await readStandardCatalogue();
    const data = makeDemo({ users: PEOPLE, seed: 1 });
    return [
      measurePlan(data, catalogue),
      ...(await measureRun(data, catalogue, folder)),
      await measureOpening(data, folder),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function planPairs(data: StoreData, catalogue: Catalogue): Plan {
  const people = new Map(data.people.map((person) => [person.id, person]));
  return planAll(data, catalogue, people, apartPairs(data.people, PAIRS));
}

function measurePlan(data: StoreData, catalogue: Catalogue): Measurement {
  const times = Array.from({ length: REPEATS }, () => {
    // People who have not been looked at: what is worked out once for each of them belongs to it.
    const fresh = structuredClone(data);
    const start = performance.now();
    planPairs(fresh, catalogue);
    return performance.now() - start;
  });
  const value = medianOf(times);
  return { name: 'plan of 2,000 pairs over 10,000 people, ms', value, floor: null, ratio: null, goal: '≤ 1,000 ms' };
}

/**
 * The run to its last event, against one append and sync for each pair, of the bytes that the journal got; and against
 * a write of the whole store by lowdb for each pair.
 */
async function measureRun(data: StoreData, catalogue: Catalogue, folder: string): Promise<Measurement[]> {
  const plan = planPairs(data, catalogue);
  const ours: number[] = [];
  const bareWrites: number[] = [];
  const lowdbWrites: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const location = path.join(folder, `run-${repeat}`);
    await createStore(location, data, nodeDisk, systemRandom);
    ours.push(await timeRun(location, plan, catalogue));
    const journal = await readFile(path.join(location, `journal.${data.generation}.jsonl`));
    bareWrites.push(await timeBareWrites(path.join(folder, `bare-${repeat}`), journal));
    lowdbWrites.push(PAIRS * (await timeLowdbWrite(path.join(folder, `lowdb-${repeat}.json`), data)));
    await rm(location, { recursive: true });
  }
  const lowdbName = `the same run, ms / 2,000 writes by lowdb (${REPEATS} made, the rest reckoned)`;
  return [
    comparePairs('run of 2,000 pairs, ms / 2,000 bare appends and syncs', ours, bareWrites, '≤ 2 ×'),
    comparePairs(lowdbName, ours, lowdbWrites, '≤ 0.01 ×'),
  ];
}

async function timeRun(location: string, plan: Plan, catalogue: Catalogue): Promise<number> {
  const store = await openStore(location, systemRandom);
  const start = performance.now();
  const ports = { disk: nodeDisk, random: systemRandom, clock: systemClock };
  const writer = await startAudited(store, holderOf('bench'), ports);
  await runToEnd('bench', plan, catalogue, writer);
  const took = performance.now() - start;
  await writer.close();
  return took;
}

async function timeLowdbWrite(file: string, data: StoreData): Promise<number> {
  const low = await JSONFilePreset(file, data);
  const start = performance.now();
  await low.write();
  return performance.now() - start;
}

async function timeBareWrites(file: string, bytes: Uint8Array): Promise<number> {
  const step = Math.ceil(bytes.length / PAIRS);
  const bare = await open(file, 'ax');
  const start = performance.now();
  for (let at = 0; at < bytes.length; at += step) {
    await bare.write(bytes.subarray(at, at + step));
    await bare.datasync();
  }
  const took = performance.now() - start;
  await bare.close();
  return took;
}

async function measureOpening(data: StoreData, folder: string): Promise<Measurement> {
  const location = path.join(folder, 'opened');
  await createStore(location, data, nodeDisk, systemRandom);
  const text = await readFile(path.join(location, 'store.json'), 'utf8');
  const ours: number[] = [];
  const floors: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const start = performance.now();
    JSON.parse(text);
    const parsed = performance.now();
    await openStore(location, systemRandom);
    floors.push(parsed - start);
    ours.push(performance.now() - parsed);
  }
  return comparePairs('opening a store of 10,000 people, ms / JSON.parse of its bytes', ours, floors, '≤ 3 ×');
}
