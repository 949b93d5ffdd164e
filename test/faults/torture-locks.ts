import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { raceLocks } from './race-locks.ts';

/**
 * `node test/faults/torture-locks.ts [ROUNDS]`, a part of `npm run torture`: what locks.test.ts does, longer; prints
 * what it came to.
 */
const [rounds = 200] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'handover-torture-'));
try {
  const start = performance.now();
  const { faults, ...counts } = await raceLocks({ rounds, racers: 6, folder });
  console.table({ rounds, ...counts, faults: faults.length, seconds: Math.round((performance.now() - start) / 1000) });
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
