import type { Clock } from '../model/ports.ts';
import { writeWhole } from '../store/write-whole.ts';
import { type AuditFacts, type AuditLine, encodeLine, makeLine, NO_HASH } from './audit-line.ts';
import type { LogPorts } from './audit-log.ts';
import type { LogTail } from './read-tail.ts';

export interface AuditPorts extends Omit<LogPorts, 'person'> {
  clock: Clock;
}

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
  const line = makeLine(beginningFacts(about), {}, NO_HASH, random);
  const bytes = Buffer.from(encodeLine(line));
  await writeWhole(disk, random, path, bytes);
  const end = { lines: 1, bytes: bytes.length, hash: line.hash };
  return { end, lines: [line], anchor: null, tornBytes: 0, isWhole: true };
}

/** Whether `line` is the first of a log, which tells nothing else than that and when it was begun, or is none. */
export function isProperBeginning({ facts, sealed, open }: AuditLine): boolean {
  if ((facts.event === 'log-begun') !== (facts.line === 1)) return false;
  if (facts.event !== 'log-begun') return true;
  const isKnown = facts.result === 'anew' || (facts.result === 'new' && facts.sequence === 0);
  const isBare = Object.keys({ ...sealed, ...open }).length === 0;
  return isKnown && isBare && JSON.stringify(facts) === JSON.stringify(beginningFacts(facts));
}

function beginningFacts({ sequence, at, result }: Pick<AuditFacts, 'sequence' | 'at' | 'result'>): AuditFacts {
  return {
    line: 1,
    event: 'log-begun',
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
    sequence,
    at,
    result,
  };
}
