import type { StorePort } from '../model/ports.ts';
import { damagedAudit } from './audit-fault.ts';
import type { AuditFacts, AuditLine } from './audit-line.ts';
import { findDifference } from './compare-line.ts';
import { type Erasures, findErasures } from './erase-texts.ts';
import type { LogTail } from './read-tail.ts';
import type { RecordTeller } from './record-teller.ts';

/** What the journal tells and the log does not yet. */
export interface Ahead {
  records: number;
  erasures: Erasures;
}

/**
 * Whether the lines of `tail`, of the log at `path`, tell of the journal's records behind the anchor one by one, each
 * once, and say what it says.
 * @param teller has told of nothing yet
 * @throws HandoverError `damaged-audit` naming the line
 */
export async function checkTail(
  path: string,
  { lines, anchor }: Pick<LogTail, 'lines' | 'anchor'>,
  store: StorePort,
  teller: RecordTeller,
): Promise<Ahead> {
  const telling = lines.filter(({ facts }) => facts.event !== 'log-begun');
  const ahead: Omit<AuditFacts, 'line'>[] = [];
  let records = 0;
  let next = 0;
  for await (const record of store.records({ after: anchor?.sequence ?? 0 })) {
    const told = teller.tell(record);
    if (told === null) continue;
    const line = telling[next];
    next += 1;
    if (line === undefined) {
      records += 1;
      if (told.facts.event === 'person-erased') ahead.push(told.facts);
      continue;
    }
    const difference = findDifference(line, told);
    if (difference !== null) throw otherwise(path, line, difference);
  }
  const extra = telling[next];
  if (extra !== undefined)
    throw otherwise(path, extra, 'tells of what the journal does not tell behind the lines before it');
  return { records, erasures: findErasures(ahead) };
}

function otherwise(path: string, { facts }: AuditLine, what: string): Error {
  return damagedAudit(path, `line ${facts.line} ${what}`);
}
