import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killProcess, nextMessage, startProcess } from './given-process.ts';
import { isNoisy, type Measurement, medianOf } from './measurement.ts';
import type { Batch } from './processes/transfer-pairs.ts';

const SIZES = [1000, 10_000, 100_000];
const ROUNDS = 15;
const PAIRS_A_ROUND = 30;

/**
 * A transfer of one pair alone, beside bare appends and syncs of its records, in stores of three sizes; and the largest
 * beside the smallest. Each store has a process of its own, so that none pays for another's people; they take
 * turns.
 */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  const children: ChildProcess[] = [];
  try {
    for (const size of SIZES) children.push(await startChild(path.join(folder, String(size)), size));
    const found = children.map((): Batch => ({ transfers: [], bareWrites: [] }));
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, child] of children.entries()) {
        child.send(PAIRS_A_ROUND);
        const batch = (await nextMessage(child)) as Batch;
        found[index]?.transfers.push(medianOf(batch.transfers));
        found[index]?.bareWrites.push(medianOf(batch.bareWrites));
      }
    }
    return describe(found);
  } finally {
    await Promise.all(children.map(killProcess));
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function startChild(folder: string, size: number): Promise<ChildProcess> {
  await mkdir(folder);
  return startProcess('transfer-pairs', [folder, String(size), String(ROUNDS * PAIRS_A_ROUND)], 6000);
}

function describe(found: readonly Batch[]): Measurement[] {
  const rows = found.map(({ transfers, bareWrites }, index): Measurement => {
    const name = `transfer among ${SIZES[index]?.toLocaleString('en')} people, µs / its 3 records bare`;
    return against(name, transfers, bareWrites, '≤ 1.5 ×');
  });
  const [first, last] = [found.at(0)?.transfers ?? [], found.at(-1)?.transfers ?? []];
  return [...rows, against('transfer among 100,000 people, µs / among 1,000', last, first, '≤ 1.2 ×')];
}

function against(name: string, values: number[], floors: number[], goal: string): Measurement {
  const value = medianOf(values);
  const floor = medianOf(floors);
  return { name, value, floor, ratio: value / floor, goal, noisy: isNoisy(floors) };
}
