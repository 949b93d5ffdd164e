import { dirname } from 'node:path';
import type { StorePort, StoreWriter } from '../model/ports.ts';
import { AuditLog } from './audit-log.ts';
import { auditPath } from './audit-path.ts';
import { type AuditPorts, beginLog } from './begin-log.ts';
import { type LogTail, readTail } from './read-tail.ts';
import { RecordTeller, type Told } from './record-teller.ts';

/** Lines that are worked out before they are written. */
const BATCH = 512;

/**
 * Opens the log of `store` for its one writer: proves it from its anchor on, cuts what an interrupted write has left,
 * adds what the journal tells and the log does not, and finishes an erasure that was cut short. A log that is not there
 * is begun from the journal.
 * @throws HandoverError `damaged-audit`; rejects with system errors
 */
export async function openAuditLog(store: StorePort, writer: StoreWriter, ports: AuditPorts): Promise<AuditLog> {
  const { location, auditHead } = await store.info();
  const path = auditPath(location);
  const tail =
    (await readTail(ports.disk, path, auditHead)) ?? (await beginLog(path, auditHead?.sequence ?? null, ports));
  const teller = new RecordTeller((run) => writer.run(run));
  for (const { facts } of tail.lines) teller.learn(facts);
  const file = await ports.disk.append(path);
  const log = new AuditLog(path, { ...ports, person: (id) => writer.person(id) }, teller, file, tail.end);
  try {
    if (tail.isTorn) {
      await file.truncate(tail.end.bytes);
      await file.sync();
    }
    // Of one that was begun by a process that was killed then.
    if (tail.anchor === null) await ports.disk.syncFolder(dirname(path));
    if (tail.lines.some(({ facts }) => facts.event === 'person-erased')) await log.erase();
    await catchUp(log, teller, store, lastSequence(tail));
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** The last journal record that the log tells of, or that its anchor was. */
export function lastSequence({ lines, anchor }: Pick<LogTail, 'lines' | 'anchor'>): number {
  const last = lines.at(-1)?.facts;
  const told = last === undefined || last.event === 'log-begun' ? 0 : last.sequence;
  return Math.max(told, anchor?.sequence ?? 0);
}

async function catchUp(log: AuditLog, teller: RecordTeller, store: StorePort, after: number): Promise<void> {
  let batch: Told[] = [];
  for await (const record of store.records({ after })) {
    const told = teller.tell(record);
    if (told === null) continue;
    batch.push(told);
    if (batch.length < BATCH) continue;
    await log.addTold(batch);
    batch = [];
  }
  await log.addTold(batch);
  await log.flush();
}
