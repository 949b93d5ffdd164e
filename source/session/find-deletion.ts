import { readAudit } from '../audit/read-audit.ts';
import { redactEntry } from '../audit/redact-entry.ts';
import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';

/** That somebody was deleted, and to whom runs that are not undone had brought their data. */
export interface PastDeletion {
  /** ISO 8601, UTC. */
  at: string;
  /** Login, or null where the log does not tell. */
  operator: string | null;
  heirs: { id: number; operation: Operation; run: string }[];
}

/** What the log tells of the deletion of somebody who is not there; null: nothing. @throws HandoverError what `readAudit` throws */
export async function findDeletion(id: number, session: Session, { disk }: Context): Promise<PastDeletion | null> {
  const { entries } = await readAudit(session.real, disk);
  const found = entries.findLast(({ event, person }) => event === 'person-deleted' && person === id);
  if (found === undefined) return null;
  const { at, operator } = session.veil.isOn ? redactEntry(found, session.veil) : found;
  const heirs: PastDeletion['heirs'] = [];
  for (const operation of OPERATIONS) {
    for (const [pair, run] of await session.store.donePairs(operation)) {
      const [source, target] = pair.split(':').map(Number);
      if (source === id && target !== undefined) heirs.push({ id: target, operation, run });
    }
  }
  return { at, operator, heirs };
}
