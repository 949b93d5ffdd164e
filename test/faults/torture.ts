import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { killRuns } from './kill-runs.ts';

/**
 * `npm run torture [-- KILLS [SEED]]`, behind torture-locks.ts: what kill.test.ts does, longer; prints what it came to
 * and the seed.
 */
const [kills = 2000, seed = Math.floor(Math.random() * 1e9)] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(path.join(tmpdir(), 'handover-torture-'));
console.log(`seed ${seed}`);
try {
  const start = performance.now();
  const { faults, found, ways, killed, ...counts } = await killRuns({ kills, seed, folder });
  console.table({ ...counts, ...ways, ...killed, ...found, seconds: Math.round((performance.now() - start) / 1000) });
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}
