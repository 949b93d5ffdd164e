import type { StorePort } from '../model/ports.ts';
import type { AuditLog } from './audit-log.ts';
import type { Erasures } from './erase-texts.ts';
import type { RecordTeller, Told } from './record-teller.ts';

/** Lines that are worked out before they are written. */
const BATCH = 512;

/**
 * Adds to `log` what the journal tells behind the record `after`.
 * @param teller knows who is behind the runs of the lines before
 * @param erasures of which the journal tells there: who is erased is named by none of the lines before
 */
export async function catchUp(
  log: AuditLog,
  teller: RecordTeller,
  store: StorePort,
  after: number,
  erasures: Erasures,
): Promise<void> {
  let batch: Told[] = [];
  for await (const record of store.records({ after })) {
    const told = teller.tell(record);
    if (told === null) continue;
    batch.push(told);
    if (batch.length < BATCH) continue;
    await log.addTold(batch, erasures);
    batch = [];
  }
  await log.addTold(batch, erasures);
  await log.flush();
}
