import { hasSystemCode } from '../errors.ts';
import type { JournalEntry } from '../model/journal.ts';
import type { Disk, StorePort } from '../model/ports.ts';
import { auditFault } from './audit-fault.ts';
import type { AuditLine } from './audit-line.ts';
import { auditPath } from './audit-path.ts';
import { missingLines } from './find-misplaced.ts';
import { RecordTeller, type Told } from './record-teller.ts';
import { splitLog } from './split-log.ts';
import { type Finding, type PlacedLine, verifyLog } from './verify-log.ts';

/** What the proof of a log has come to; it is whole where there is no finding. */
export interface AuditProof {
  lines: number;
  /** Hash of its last line; null of a log without lines. */
  head: string | null;
  findings: Finding[];
  /** Records that stand in the journal and not in the log yet: no fault, the next writer adds them. */
  behind: number;
}

/** What the journal knows of the log. */
interface Witness {
  /** Sequence of a record → what the log is to say of it. */
  told: Map<number, Told>;
  anchors: (Anchor & { sequence: number })[];
  last: number;
}

type Anchor = Extract<JournalEntry, { kind: 'audit-head' }>;

/**
 * Proves the whole log of `store` by itself, by the journal and, where `head` is given, by a head that was kept elsewhere.
 * @throws HandoverError `audit-fault`, and what reading the journal throws
 */
export async function verifyAudit(store: StorePort, disk: Disk, head: string | null = null): Promise<AuditProof> {
  const path = auditPath((await store.info()).location);
  const witness: Witness = { told: new Map(), anchors: [], last: 0 };
  const teller = new RecordTeller();
  await hear(witness, teller, store);
  const bytes = await disk.read(path).catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return new Uint8Array();
    throw auditFault(path, error);
  });
  // A run at work went on meanwhile; its anchors before the log was read are all that can be asked of the log.
  const { anchors } = witness;
  await hear({ ...witness, anchors: [] }, teller, store);
  const { lines, findings } = verifyLog(splitLog(bytes).lines);
  const known = lines.map(({ line }) => line).filter((line) => line !== null);
  const last = Math.max(0, ...known.map(({ facts }) => (facts.event === 'log-begun' ? 0 : facts.sequence)));
  return {
    lines: lines.length,
    head: lines.at(-1)?.line?.hash ?? null,
    findings: [
      ...findings,
      ...findBegunAnew(known),
      ...findCut(anchors, lines),
      ...findOtherwise(lines, witness, last),
      ...findHead(known, head),
    ].sort((one, other) => one.line - other.line),
    behind: [...witness.told.keys()].filter((sequence) => sequence > last).length,
  };
}

async function hear(witness: Witness, teller: RecordTeller, store: StorePort): Promise<void> {
  for await (const record of store.records({ after: witness.last })) {
    const { sequence, entry } = record;
    witness.last = sequence;
    if (entry.kind === 'audit-head') witness.anchors.push({ ...entry, sequence });
    const told = teller.tell(record);
    if (told !== null) witness.told.set(sequence, told);
  }
}

function findBegunAnew(lines: readonly AuditLine[]): Finding[] {
  const first = lines[0]?.facts;
  if (first === undefined || first.result !== 'anew') return [];
  const message = `The log was begun anew at ${first.at}: the one before it was gone. Line 1 says so.`;
  return [{ kind: 'anew', line: 1, message }];
}

/** What the journal says of how far the log had come. */
function findCut(anchors: Witness['anchors'], lines: readonly PlacedLine[]): Finding[] {
  const first = lines[0]?.line?.facts;
  const begun = first?.result === 'anew' ? first.sequence : 0;
  const held = anchors.filter(({ sequence }) => sequence > begun);
  const byNumber = new Map(lines.map(({ line }) => [line?.facts.line ?? 0, line]));
  const end = Math.max(lines.length, ...lines.map(({ line }) => line?.facts.line ?? 0));
  const furthest = Math.max(0, ...held.map((anchor) => anchor.lines));
  const findings = furthest > end ? [missingLines(end + 1, furthest)] : [];
  for (const anchor of held) {
    const line = byNumber.get(anchor.lines);
    if (line === undefined || line === null || line.hash === anchor.hash) continue;
    const message = `Line ${anchor.lines} is not the one that the journal knows (${anchor.at}): the log was written anew.`;
    findings.push({ kind: 'anchor', line: anchor.lines, message });
  }
  return findings;
}

/** Where log and journal do not say the same. @param last journal record of which the log tells */
function findOtherwise(lines: readonly PlacedLine[], { told }: Witness, last: number): Finding[] {
  const findings: Finding[] = [];
  const said = new Set<number>();
  let isWhole = true;
  for (const { place, line } of lines) {
    if (line === null) isWhole = false;
    if (line === null || line.facts.event === 'log-begun') continue;
    const { line: _line, ...facts } = line.facts;
    said.add(facts.sequence);
    if (JSON.stringify(facts) === JSON.stringify(told.get(facts.sequence)?.facts)) continue;
    const message = `Line ${place} does not say what the journal says (record ${facts.sequence}).`;
    findings.push({ kind: 'journal', line: place, message });
  }
  const unsaid = [...told.keys()].filter((sequence) => sequence <= last && !said.has(sequence));
  const [first] = unsaid;
  // Where lines are unreadable, those are the ones.
  if (first === undefined || !isWhole) return findings;
  const message = `The log leaves out ${unsaid.length} records of the journal, the first of them record ${first}.`;
  return [...findings, { kind: 'journal', line: lines.length, message }];
}

function findHead(lines: readonly AuditLine[], head: string | null): Finding[] {
  if (head === null || lines.some(({ hash }) => hash === head)) return [];
  const message = `No line has the head ${head}: the end of the log was cut off, or it was written anew.`;
  return [{ kind: 'head', line: lines.length, message }];
}
