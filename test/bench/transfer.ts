import type { ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killProcess, nextMessage, startProcess } from './given-process.ts';
import { comparePairs, type Measurement } from './measurement.ts';
import type { Batch } from './processes/transfer-pairs.ts';

const SIZES = [1000, 10_000, 100_000];
const ROUNDS = 7;
const PAIRS_A_ROUND = 64;

/**
 * A transfer that is appended and synced alone, as a run does it (compared, worked out, hashed, written, applied, told),
 * beside a bare append and sync of its record, in stores of three sizes; and the largest beside the smallest. Each store
 * has a process of its own, so that none pays for another's people; they take turns.
 */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  const children: ChildProcess[] = [];
  try {
    for (const size of SIZES) children.push(await startChild(path.join(folder, String(size)), size));
    const found = children.map((): Batch[] => []);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, child] of children.entries()) {
        child.send('next');
        found[index]?.push((await nextMessage(child)) as Batch);
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
  return startProcess(
    'transfer-pairs',
    [folder, String(size), String(ROUNDS * PAIRS_A_ROUND), String(PAIRS_A_ROUND)],
    6000,
  );
}

function describe(found: readonly Batch[][]): Measurement[] {
  const transfersOf = (batches: readonly Batch[] = []) => batches.map(({ transfer }) => transfer);
  const rows = found.map((batches, index): Measurement => {
    const name = `transfer among ${SIZES[index]?.toLocaleString('en')} people, µs / bare append and sync`;
    const bareWrites = batches.map(({ bareWrite }) => bareWrite);
    return comparePairs(name, transfersOf(batches), bareWrites, '≤ 1.5 ×');
  });
  const [first, last] = [transfersOf(found.at(0)), transfersOf(found.at(-1))];
  return [...rows, comparePairs('transfer among 100,000 people, µs / among 1,000', last, first, '≤ 1.2 ×')];
}
