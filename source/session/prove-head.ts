import { doubtText } from '../audit/doubt-text.ts';
import type { LogHead } from '../audit/read-head.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import type { Disk, StorePort } from '../model/ports.ts';

/**
 * `head`, and of a log that is not whole what is wrong, also where no head could be told; null: there is nothing to tell.
 * @param store as it is, with the names
 */
export async function proveHead(head: LogHead | null, store: StorePort, disk: Disk): Promise<LogHead | null> {
  const proof = await verifyAudit(store, disk).catch(() => null);
  const doubt = proof === null ? null : doubtText(proof);
  if (proof === null || doubt === null) return head;
  return { lines: proof.lines, hash: proof.head ?? '', isAnchored: false, doubt };
}
