import type { HandoverError } from '../errors.ts';
import type { Holder, StorePort, StoreWriter } from '../model/ports.ts';
import { auditFault } from './audit-fault.ts';
import type { AuditLog } from './audit-log.ts';
import { auditPath } from './audit-path.ts';
import type { AuditPorts } from './begin-log.ts';
import { openAuditLog } from './open-audit-log.ts';

/**
 * Becomes the one writer of `store`, one whose every entry stands in the audit log as well. The log follows the journal
 * and is never ahead of it; what it lacks after a kill or a full disk, the next writer adds.
 * `append` rejects where the log takes no more: its entries are then in the journal, and those of later calls go into
 * the journal only, so that a run can still say how it ended.
 * @throws HandoverError what `startWriting` throws; `damaged-audit`, `audit-fault`, `disk-full`
 */
export async function startAudited(store: StorePort, holder: Holder, ports: AuditPorts): Promise<StoreWriter> {
  const writer = await store.startWriting(holder);
  const path = auditPath((await store.info()).location);
  let log: AuditLog;
  try {
    log = await openAuditLog(store, writer, ports);
  } catch (error) {
    await writer.close();
    throw auditFault(path, error);
  }

  let fault: HandoverError | null = null;
  const guard = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      fault = auditFault(path, error);
      throw fault;
    }
  };
  /** Says in the journal how far the log has come, where that is news. */
  const anchor = async () => {
    const { lines, bytes, hash } = log.end;
    if (fault !== null || (await store.info()).auditHead?.hash === hash) return;
    await guard(() => log.sync());
    await writer.append([{ kind: 'audit-head', lines, bytes, hash, at: ports.clock.now().toISOString() }]);
  };
  return {
    person: (id) => writer.person(id),
    run: (id) => writer.run(id),
    append: async (entries) => {
      const records = await writer.append(entries);
      if (fault === null) await guard(() => log.add(records));
      return records;
    },
    checkpoint: async () => {
      await anchor();
      await writer.checkpoint();
    },
    close: async () => {
      try {
        // What cannot be said now, the next writer says.
        await anchor().catch(() => undefined);
        await log.close();
      } finally {
        await writer.close();
      }
    },
  };
}
