import { hasSystemCode } from '../errors.ts';
import type { Disk, StorePort } from '../model/ports.ts';
import { fullName, type User } from '../model/user.ts';
import { auditFault, damagedAudit } from './audit-fault.ts';
import { type AuditFacts, type AuditLine, OPEN_TEXTS, type OpenText } from './audit-line.ts';
import { auditPath } from './audit-path.ts';
import { decodeLine } from './decode-line.ts';
import { type Erasures, findErasures, textsErased } from './erase-texts.ts';
import { lastSequence } from './open-audit-log.ts';
import { RecordTeller } from './record-teller.ts';
import { splitLog } from './split-log.ts';

/** One line of the log as people get to see it; a text is null where there is none, or none any more. */
export interface AuditEntry extends AuditFacts, Record<OpenText, string | null> {
  /** Whether a text of it was erased. */
  erased: boolean;
  /** Null: the line stands in the journal and not in the log yet. */
  hash: string | null;
}

/**
 * All that the log of `store` tells, oldest first: the lines of the file, and those that its next writer will add, of a
 * run that is at work or was killed. Whether the file is as it was written is not looked at.
 * @throws HandoverError `damaged-audit` for a line that cannot be read; `audit-fault`, and what reading the journal throws
 */
export async function readAudit(store: StorePort, disk: Disk): Promise<AuditEntry[]> {
  await store.refresh();
  const { location, auditHead } = await store.info();
  const lines = await readLines(disk, auditPath(location));
  const teller = new RecordTeller();
  for (const { facts } of lines) teller.learn(facts);
  const entries = lines.map(entryOf);
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  const after = lines.length === 0 ? 0 : lastSequence({ lines, anchor: isBehind(lines, auditHead) ? null : auditHead });
  for await (const record of store.records({ after })) {
    const told = teller.tell(record);
    if (told === null) continue;
    const { facts, reason } = told;
    const names = { sourceName: nameOf(facts.source, users), targetName: nameOf(facts.target, users) };
    entries.push({ line: entries.length + 1, ...facts, ...names, reason, erased: false, hash: null });
  }
  const erasures = findErasures(entries);
  return entries.map((entry) => hideErased(entry, erasures));
}

/** Without what names people who were erased later, whether or not the file has come to that yet. */
function hideErased(entry: AuditEntry, erasures: Erasures): AuditEntry {
  const names = textsErased(entry, erasures).filter((name) => entry[name] !== null);
  if (names.length === 0) return entry;
  return { ...entry, ...Object.fromEntries(names.map((name) => [name, null])), erased: true };
}

/** The lines of the log at `path`; none where there is no log. A last one that is being written is left out. */
async function readLines(disk: Disk, path: string): Promise<AuditLine[]> {
  const bytes = await disk.read(path).catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return new Uint8Array();
    throw auditFault(path, error);
  });
  return splitLog(bytes).lines.map((text, index) => {
    const line = decodeLine(text);
    if (line === null) throw damagedAudit(path, `line ${index + 1} is none that handover writes`);
    return line;
  });
}

/** Whether the log does not reach the anchor: it was begun anew, or is being read while it is. */
function isBehind(lines: readonly AuditLine[], anchor: { lines: number; hash: string } | null): boolean {
  return anchor === null || lines[anchor.lines - 1]?.hash !== anchor.hash;
}

function entryOf({ facts, sealed, open, hash }: AuditLine): AuditEntry {
  const textOf = (name: OpenText) => open[name]?.[1] ?? null;
  const texts = { sourceName: textOf('sourceName'), targetName: textOf('targetName'), reason: textOf('reason') };
  const erased = OPEN_TEXTS.some((name) => sealed[name] !== undefined && open[name] === undefined);
  return { ...facts, ...texts, erased, hash };
}

function nameOf(id: number | null, users: ReadonlyMap<number, User>): string | null {
  const user = id === null ? undefined : users.get(id);
  return user === undefined ? null : fullName(user);
}
