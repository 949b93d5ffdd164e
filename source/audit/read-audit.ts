import type { Disk, StorePort } from '../model/ports.ts';
import { fullName, type User } from '../model/user.ts';
import { type AuditFacts, type AuditLine, OPEN_TEXTS, type OpenText } from './audit-line.ts';
import { findBrokenSeals } from './check-line.ts';
import { findErasures, textsErased } from './erase-texts.ts';
import type { Told } from './record-teller.ts';
import { type AuditProof, type Examined, examineAudit } from './verify-audit.ts';
import type { Finding } from './verify-log.ts';

/** One line of the log as people get to see it; a text is null where there is none, or none any more. */
export interface AuditEntry extends AuditFacts, Record<OpenText, string | null> {
  /** Whether a text of it was erased. */
  erased: boolean;
  /** Null: the line stands in the journal and not in the log, or not yet. */
  hash: string | null;
  /** Why it is no proved line of the log: words or a sentence; null: it is one, or comes with whoever writes next. */
  fault: string | null;
}

/** All that is told, and what the proof of the log came to. */
export interface ProvedAudit {
  entries: AuditEntry[];
  proof: AuditProof;
}

/** What is said of a line that stands in the journal, and that the log had or is to have. */
const LACKING = 'from the journal; the log lacks it';

/** Findings that tell of a line which stands where they say. */
const OF_A_LINE: ReadonlySet<Finding['kind']> = new Set([
  'doubled',
  'reordered',
  'begun',
  'seal',
  'text',
  'erased',
  'anchor',
  'journal',
]);

/**
 * All that the log of `store` tells, oldest first, proved as `verifyAudit` does it: the lines of the file that are what was
 * written there, and from the journal what these do not tell, whether it was altered, is gone, or is yet to be added.
 * Texts that do not fit their seals are left out.
 * @throws HandoverError `audit-fault`, and what reading the journal throws
 */
export async function readAudit(store: StorePort, disk: Disk): Promise<ProvedAudit> {
  await store.refresh();
  const examined = await examineAudit(store, disk);
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  const entries = mergeEntries(examined, users);
  const erasures = findErasures(entries);
  return {
    entries: entries.map((entry) => hideErased(entry, textsErased(entry, erasures))),
    proof: examined.proof,
  };
}

/** The lines of the file in their order, and before the first that tells of something later, what they leave out. */
function mergeEntries({ proof, lines, told, anchored }: Examined, users: ReadonlyMap<number, User>): AuditEntry[] {
  const faults = faultsByLine(proof.findings);
  const standing = lines.flatMap(({ place, line }) => (line === null ? [] : [{ place, line }]));
  const said = new Set(standing.map(({ line }) => sequenceOf(line)));
  const left = [...told.values()].filter(({ facts }) => !said.has(facts.sequence));
  const last = Math.max(anchored, ...said);
  const entries: AuditEntry[] = [];
  let next = 0;
  const tellUntil = (sequence: number) => {
    for (let one = left[next]; one !== undefined && one.facts.sequence < sequence; one = left[next]) {
      // Line 1 tells that the log begins, of which the journal knows nothing.
      const line = (entries.at(-1)?.line ?? 1) + 1;
      const isLacking = one.facts.sequence <= last || line <= lines.length;
      entries.push(entryOfTold(one, line, isLacking ? LACKING : null, users));
      next += 1;
    }
  };
  for (const { place, line } of standing) {
    tellUntil(sequenceOf(line));
    entries.push(entryOfLine(line, faults.get(place) ?? null));
  }
  tellUntil(Number.POSITIVE_INFINITY);
  return entries;
}

function sequenceOf({ facts }: AuditLine): number {
  return facts.event === 'log-begun' ? 0 : facts.sequence;
}

function faultsByLine(findings: readonly Finding[]): Map<number, string> {
  const faults = new Map<number, string>();
  for (const { kind, line, message } of findings) {
    if (!OF_A_LINE.has(kind)) continue;
    const before = faults.get(line);
    faults.set(line, before === undefined ? message : `${before} ${message}`);
  }
  return faults;
}

function entryOfLine(line: AuditLine, fault: string | null): AuditEntry {
  const { facts, sealed, open, hash } = line;
  const broken = findBrokenSeals(line);
  const textOf = (name: OpenText) => (broken.includes(name) ? null : (open[name]?.[1] ?? null));
  const texts = { sourceName: textOf('sourceName'), targetName: textOf('targetName'), reason: textOf('reason') };
  const erased = OPEN_TEXTS.some((name) => sealed[name] !== undefined && open[name] === undefined);
  return { ...facts, ...texts, erased, hash, fault };
}

function entryOfTold(
  { facts, reason, gone }: Told,
  line: number,
  fault: string | null,
  users: ReadonlyMap<number, User>,
): AuditEntry {
  const names = {
    sourceName: nameOf(facts.source, users) ?? gone ?? null,
    targetName: nameOf(facts.target, users),
  };
  return { line, ...facts, ...names, reason, erased: false, hash: null, fault };
}

/** Without what names people who were erased later, whether or not the file has come to that yet. */
function hideErased(entry: AuditEntry, texts: readonly OpenText[]): AuditEntry {
  const names = texts.filter((name) => entry[name] !== null);
  if (names.length === 0) return entry;
  return { ...entry, ...Object.fromEntries(names.map((name) => [name, null])), erased: true };
}

function nameOf(id: number | null, users: ReadonlyMap<number, User>): string | null {
  const user = id === null ? undefined : users.get(id);
  return user === undefined ? null : fullName(user);
}
