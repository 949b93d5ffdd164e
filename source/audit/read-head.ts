import type { Disk, StorePort } from '../model/ports.ts';
import { auditPath } from './audit-path.ts';
import { type LogEnd, readTail } from './read-tail.ts';

/** Where the log of `store` ends, and whether the journal knows that it does. */
export interface LogHead extends Pick<LogEnd, 'lines' | 'hash'> {
  isAnchored: boolean;
  /** Of a log that was proved and is not whole: what is wrong, as sentences. */
  doubt?: string;
}

/**
 * The end of the log of `store` as it stands in the file, proved from its anchor on; null where there is none yet.
 * @throws HandoverError `damaged-audit`, `audit-fault`
 */
export async function readHead(store: StorePort, disk: Disk): Promise<LogHead | null> {
  await store.refresh();
  const { location, auditHead } = await store.info();
  const tail = await readTail(disk, auditPath(location), auditHead);
  if (tail === null) return null;
  const { lines, hash } = tail.end;
  return { lines, hash, isAnchored: tail.anchor?.hash === hash };
}
