import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Catalogue } from '../../source/model/catalogue.ts';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { openStore } from '../../source/store/open-store.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { planTransfer } from '../../source/transfer/plan-transfer.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { isNoisy, type Measurement, medianOf } from './measurement.ts';

const PEOPLE = 10_000;
const PAIRS = 2000;
const REPEATS = 5;

/** A plan of 2,000 pairs over 10,000 people, its run beside bare synced writes, and opening beside bare JSON. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const file = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');
    const catalogue = parseCatalogue(await readFile(file, 'utf8'), file);
    const data = makeDemo({ users: PEOPLE, seed: 1 });
    return [
      measurePlan(data, catalogue),
      await measureRun(data, catalogue, folder),
      await measureOpening(data, folder),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function planAll(data: StoreData, catalogue: Catalogue): Plan {
  const ids = data.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const pairs = Array.from({ length: PAIRS }, (_, index) => {
    const [source = 0, target = 0] = ids.slice(2 * index, 2 * index + 2);
    return { line: index + 2, source, target };
  });
  return planTransfer({
    id: 'bench',
    store: data.id,
    operation: 'transfer',
    direction: 'from-to',
    operator: 'admin',
    createdAt: systemClock.now(),
    catalogue,
    carried: chooseTypes(catalogue, 'transfer', {}),
    pairs,
    people: new Map(data.people.map((person) => [person.id, person])),
    problems: [],
    warnings: [],
    retryOf: null,
  });
}

function measurePlan(data: StoreData, catalogue: Catalogue): Measurement {
  const times = Array.from({ length: REPEATS }, () => {
    const start = performance.now();
    planAll(data, catalogue);
    return performance.now() - start;
  });
  const value = medianOf(times);
  return { name: 'plan of 2,000 pairs over 10,000 people, ms', value, floor: null, ratio: null, goal: '≤ 1,000 ms' };
}

/** The run to its last event, against one append and sync for each pair, of the bytes that the journal got. */
async function measureRun(data: StoreData, catalogue: Catalogue, folder: string): Promise<Measurement> {
  const plan = planAll(data, catalogue);
  const ours: number[] = [];
  const floors: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    const location = path.join(folder, `run-${repeat}`);
    await createStore(location, data, nodeDisk, systemRandom);
    ours.push(await timeRun(location, plan, catalogue));
    const journal = await readFile(path.join(location, `journal.${data.generation}.jsonl`));
    floors.push(await timeBareWrites(path.join(folder, `bare-${repeat}`), journal));
    await rm(location, { recursive: true });
  }
  return against('run of 2,000 pairs, ms / 2,000 bare appends and syncs', ours, floors, '≤ 2 ×');
}

async function timeRun(location: string, plan: Plan, catalogue: Catalogue): Promise<number> {
  const store = await openStore(location, systemRandom);
  const since = systemClock.now().toISOString();
  const start = performance.now();
  const writer = await store.startWriting({
    login: 'admin',
    host: 'here',
    pid: process.pid,
    since,
    doing: 'run bench',
  });
  const stop = new AbortController().signal;
  let done = 0;
  const request = { run: 'bench', plan, catalogue, writer, clock: systemClock, operator: 'admin', host: 'here', stop };
  for await (const event of runPlan(request)) ({ done } = event);
  const took = performance.now() - start;
  await writer.close();
  if (done !== PAIRS) throw new Error(`The run did ${done} pairs`);
  return took;
}

async function timeBareWrites(file: string, bytes: Uint8Array): Promise<number> {
  const step = Math.ceil(bytes.length / PAIRS);
  const bare = await nodeDisk.create(file);
  const start = performance.now();
  for (let at = 0; at < bytes.length; at += step) {
    await bare.write(bytes.subarray(at, at + step));
    await bare.sync();
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
  return against('opening a store of 10,000 people, ms / JSON.parse of its bytes', ours, floors, '≤ 3 ×');
}

function against(name: string, values: number[], floors: number[], goal: string): Measurement {
  const value = medianOf(values);
  const floor = medianOf(floors);
  return { name, value, floor, ratio: value / floor, goal, noisy: isNoisy(floors) };
}
