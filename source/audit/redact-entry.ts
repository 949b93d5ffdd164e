import type { Veil } from '../redact/veil.ts';
import type { AuditEntry } from './read-audit.ts';

/** A line of the log as it is shown: whom it tells of, and who acted. */
export function redactEntry(entry: AuditEntry, { name, login, account, text }: Veil): AuditEntry {
  const { source, target, reason } = entry;
  return {
    ...entry,
    operator: login(entry.operator),
    account: account(entry.account),
    realAccount: account(entry.realAccount),
    sourceName: name(source, entry.sourceName),
    targetName: name(target, entry.targetName),
    reason: reason === null ? null : text(reason),
  };
}
