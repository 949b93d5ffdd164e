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

/** What is wrong with `line` as the beginning of a log, or with its being one: the end of a sentence; null: nothing. */
export function findMisbeginning({ facts, sealed, open }: AuditLine): string | null {
  const isBeginning = facts.event === 'log-begun';
  if (facts.line !== 1) return isBeginning ? 'says that a log begins, which only line 1 may' : null;
  const isKnown = facts.result === 'anew' || (facts.result === 'new' && facts.sequence === 0);
  const isBare = Object.keys({ ...sealed, ...open }).length === 0;
  const isProper = isKnown && isBare && JSON.stringify(facts) === JSON.stringify(beginningFacts(facts));
  return isProper ? null : 'is not how a log begins';
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
