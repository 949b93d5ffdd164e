import type { HandoverError } from '../errors.ts';
import type { Disk, StorePort } from '../model/ports.ts';
import { auditFault } from './audit-fault.ts';
import { auditPath } from './audit-path.ts';
import { checkTail } from './check-tail.ts';
import { readTail } from './read-tail.ts';
import { RecordTeller } from './record-teller.ts';

/**
 * With what the next writer of `store` would be refused, who goes by the end of the log and by the journal behind its
 * anchor, whatever is damaged before that; null: the next writer goes on, and cuts off what stands behind the last line.
 */
export async function findRefusal(store: StorePort, disk: Disk): Promise<HandoverError | null> {
  const { location, auditHead } = await store.info();
  const path = auditPath(location);
  const runs = new Map((await store.runs()).map((run) => [run.id, run]));
  try {
    const tail = (await readTail(disk, path, auditHead)) ?? { lines: [], anchor: null };
    await checkTail(path, tail, store, new RecordTeller((run) => runs.get(run)));
    return null;
  } catch (error) {
    return auditFault(path, error);
  }
}
