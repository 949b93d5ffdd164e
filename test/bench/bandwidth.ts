import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PseudoTerminal } from '../helpers/pseudo-terminal.ts';
import { planMany, watchStretched } from '../helpers/stretched-run.ts';
import type { Measurement } from './measurement.ts';

const PAIRS = 2000;
/** Milliseconds for which an idle screen is watched, and before that left to come to rest. */
const IDLE = { watched: 3000, settling: 1000 };

/** Bytes a second that the screen of a run sends to a terminal of 80 by 24, as over SSH; and an idle one. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  await planMany(folder, PAIRS);
  const terminal = new PseudoTerminal({ args: ['--store', 'store'], cwd: folder });
  try {
    await terminal.waitFor('no run is in progress');
    await setTimeout(IDLE.settling);
    const before = terminal.bytesReceived;
    await setTimeout(IDLE.watched);
    const idle = (terminal.bytesReceived - before) / (IDLE.watched / 1000);
    const { output, milliseconds } = await watchStretched(folder, terminal);
    const running = Buffer.byteLength(output) / (milliseconds / 1000);
    await terminal.waitFor('Transfer Successful');
    return [
      bytes('screen of a run at 80 × 24, bytes a second', running, '≤ 1000 bytes'),
      bytes('idle screen, bytes a second', idle, '≤ 0 bytes'),
    ];
  } finally {
    await terminal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const bytes = (name: string, value: number, goal: string): Measurement => ({
  name,
  value,
  floor: null,
  ratio: null,
  goal,
});
