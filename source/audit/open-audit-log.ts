import { dirname } from 'node:path';
import type { StorePort, StoreWriter } from '../model/ports.ts';
import { AuditLog } from './audit-log.ts';
import { auditPath } from './audit-path.ts';
import { type AuditPorts, beginLog } from './begin-log.ts';
import { catchUp } from './catch-up.ts';
import { checkTail } from './check-tail.ts';
import { type LogTail, readTail } from './read-tail.ts';
import { RecordTeller } from './record-teller.ts';

/**
 * Opens the log of `store` for its one writer: proves it from its anchor on, by itself and by the journal, cuts
 * what an interrupted write has left, takes out texts that are there in spite of an erasure, and adds what the journal
 * tells and the log does not. A log that is not there is begun from the journal.
 * @throws HandoverError `damaged-audit`; rejects with system errors
 */
export async function openAuditLog(store: StorePort, writer: StoreWriter, ports: AuditPorts): Promise<AuditLog> {
  const { disk } = ports;
  const { location, auditHead } = await store.info();
  const path = auditPath(location);
  const tail = (await readTail(disk, path, auditHead)) ?? (await beginLog(path, auditHead?.sequence ?? null, ports));
  const ahead = await checkTail(path, tail, store, new RecordTeller((run) => writer.run(run)));
  const teller = new RecordTeller((run) => writer.run(run));
  for (const { facts } of tail.lines) teller.learn(facts);
  if (tail.tornBytes > 0) await cutTail(path, tail, writer, ports);
  const file = await disk.append(path);
  const log = new AuditLog(path, { ...ports, person: (id) => writer.person(id) }, teller, file, tail.end);
  try {
    // Of one that was begun by a process that was killed then.
    if (tail.anchor === null) await disk.syncFolder(dirname(path));
    if (tail.isWhole || tail.lines.some(({ facts }) => facts.event === 'person-erased')) await log.erase();
    if (ahead.records > 0) await catchUp(log, teller, store, lastSequence(tail), ahead.erasures);
    return log;
  } catch (error) {
    await log.close();
    throw error;
  }
}

/** Cuts off what stands behind the last line, and says in the journal first that it was there. */
async function cutTail(
  path: string,
  { end, tornBytes }: LogTail,
  writer: StoreWriter,
  { disk, clock }: AuditPorts,
): Promise<void> {
  const at = clock.now().toISOString();
  await writer.append([{ kind: 'audit-cut', lines: end.lines, bytes: tornBytes, at }]);
  const file = await disk.append(path);
  try {
    await file.truncate(end.bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The last journal record that the log tells of, or that its anchor was. */
export function lastSequence({ lines, anchor }: Pick<LogTail, 'lines' | 'anchor'>): number {
  const last = lines.at(-1)?.facts;
  const told = last === undefined || last.event === 'log-begun' ? 0 : last.sequence;
  return Math.max(told, anchor?.sequence ?? 0);
}
