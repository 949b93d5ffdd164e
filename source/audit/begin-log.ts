import type { Clock } from '../model/ports.ts';
import { writeWhole } from '../store/write-whole.ts';
import { encodeLine, makeLine, NO_HASH } from './audit-line.ts';
import type { LogPorts } from './audit-log.ts';
import type { LogTail } from './read-tail.ts';

export interface AuditPorts extends Omit<LogPorts, 'person'> {
  clock: Clock;
}

/** What the first line does not tell. */
const NOTHING = {
  run: null,
  operation: null,
  undoOf: null,
  operator: null,
  account: null,
  realAccount: null,
  host: null,
  source: null,
  target: null,
  person: null,
  counts: null,
  settings: null,
  code: null,
};

/**
 * Begins a log at `path`, whole or not at all: one without its first line would look like one that was cut.
 * @param anchored the last journal record that the store's anchor knew, of a log that is gone; null: there was none
 */
export async function beginLog(
  path: string,
  anchored: number | null,
  { disk, random, clock }: AuditPorts,
): Promise<LogTail> {
  const about = { sequence: anchored ?? 0, at: clock.now().toISOString(), result: anchored === null ? 'new' : 'anew' };
  const line = makeLine({ line: 1, event: 'log-begun', ...NOTHING, ...about }, {}, NO_HASH, random);
  const bytes = Buffer.from(encodeLine(line));
  await writeWhole(disk, random, path, bytes);
  return { end: { lines: 1, bytes: bytes.length, hash: line.hash }, lines: [line], anchor: null, isTorn: false };
}
