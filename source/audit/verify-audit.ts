import { type HandoverError, hasSystemCode } from '../errors.ts';
import { numberText } from '../model/number-text.ts';
import type { Disk, StorePort } from '../model/ports.ts';
import { auditFault } from './audit-fault.ts';
import type { AuditFacts, AuditLine } from './audit-line.ts';
import { auditPath } from './audit-path.ts';
import { decodeLine } from './decode-line.ts';
import { findErasures } from './erase-texts.ts';
import { missingLines } from './find-misplaced.ts';
import { findOtherwise } from './find-otherwise.ts';
import { findRefusal } from './find-refusal.ts';
import { type Anchor, type Cut, Witness } from './hear-journal.ts';
import type { Told } from './record-teller.ts';
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
  /** Bytes behind the last line that a writer at work has not finished: no fault either. */
  unfinished: number;
  /** What writers have found behind the last line of then and cut off, oldest first. */
  cuts: Cut[];
}

/** A log that was proved, and what it was proved by. */
export interface Examined {
  proof: AuditProof;
  /** As they stand in the file; those that are not what was written there are null. */
  lines: PlacedLine[];
  /** Sequence of a record → what the log is to say of it, in the order of the journal. */
  told: ReadonlyMap<number, Told>;
  /** The last record of which the journal says that the log had its line. */
  anchored: number;
}

/**
 * Proves the whole log of `store` by itself, by the journal and, where `head` is given, by a head that was kept elsewhere.
 * A journal that is damaged is a finding as well, and is read on behind that.
 * @throws HandoverError `audit-fault`, and where the disk does not give a journal
 */
export async function verifyAudit(store: StorePort, disk: Disk, head: string | null = null): Promise<AuditProof> {
  return (await examineAudit(store, disk, head)).proof;
}

/** The same, with the lines. @throws HandoverError as `verifyAudit` */
export async function examineAudit(store: StorePort, disk: Disk, head: string | null = null): Promise<Examined> {
  const path = auditPath((await store.info()).location);
  const witness = new Witness();
  await witness.hear(store);
  const before = await store.holder();
  const bytes = await disk.read(path).catch((error: unknown) => {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw auditFault(path, error);
  });
  const isWriting = before !== null || (await store.holder()) !== null;
  // A run at work went on meanwhile; its anchors before the log was read are all that can be asked of the log.
  const anchors = [...witness.anchors];
  await witness.hear(store);
  const { told } = witness;
  const split = splitLog(bytes ?? new Uint8Array());
  const { lines, findings } = verifyLog(split.lines, findErasures(erasing(witness, split.lines)));
  const known = lines.map(({ line }) => line).filter((line) => line !== null);
  const last = Math.max(0, ...known.map(({ facts }) => (facts.event === 'log-begun' ? 0 : facts.sequence)));
  const proof: AuditProof = {
    lines: lines.length,
    head: lines.at(-1)?.line?.hash ?? null,
    findings: [
      ...findings,
      ...findBegunAnew(known, anchors),
      ...(bytes === null ? findGone(anchors) : findCut(anchors, lines)),
      ...findOtherwise(lines, told, last, (sequence) => witness.hasHeard(sequence)),
      ...[...witness.faults.keys()].map(journalDamage),
      ...findHead(known, head),
      ...(isWriting || split.tornBytes === 0
        ? []
        : [torn(lines.length, split.tornBytes, await findRefusal(store, disk))]),
    ].sort((one, other) => one.line - other.line),
    behind: [...told.keys()].filter((sequence) => sequence > last).length,
    unfinished: isWriting ? split.tornBytes : 0,
    cuts: witness.cuts,
  };
  return { proof, lines, told, anchored: anchors.at(-1)?.sequence ?? 0 };
}

/** Who was erased, as the journal tells; where it cannot be read, the log alone does. */
function erasing(witness: Witness, texts: readonly string[]): Pick<AuditFacts, 'event' | 'person' | 'sequence'>[] {
  const told = [...witness.told.values()].map(({ facts }) => facts);
  if (witness.faults.size === 0) return told;
  const logged = texts.flatMap((text) => decodeLine(text)?.facts ?? []);
  return [...told, ...logged.filter(({ sequence }) => !witness.hasHeard(sequence))];
}

function journalDamage(message: string): Finding {
  return {
    kind: 'journal-damaged',
    line: 0,
    message: `${message} What the log tells of it is proved by the log alone.`,
  };
}

function findBegunAnew(lines: readonly AuditLine[], anchors: readonly Anchor[]): Finding[] {
  const first = findFirst(lines);
  if (first?.result !== 'anew') return [];
  const isKnown = anchors.some(({ sequence }) => sequence === first.sequence);
  const doubt = isKnown ? '' : ' The journal knows of no log that could have been gone then.';
  const message = `The log was begun anew at ${first.at}: the one before it was gone. Line 1 says so.${doubt}`;
  return [{ kind: 'anew', line: 1, message }];
}

function findFirst(lines: readonly AuditLine[]): AuditFacts | undefined {
  const facts = lines[0]?.facts;
  return facts?.event === 'log-begun' ? facts : undefined;
}

/** @param refusal of whoever writes next; null: they go on */
function torn(lines: number, bytes: number, refusal: HandoverError | null): Finding {
  const them = bytes === 1 ? 'it' : 'them';
  const next =
    refusal === null
      ? `Whoever writes next cuts ${them} off.`
      : `Nobody cuts ${them} off: whoever writes next is refused, as the log is not as it was written.`;
  const behind = lines === 0 ? 'in a log without lines' : `behind line ${lines}, the last`;
  const message = `${bytes === 1 ? 'One byte stands' : `${bytes} bytes stand`} ${behind}: of a write that was cut short, or put there. ${next}`;
  return { kind: 'torn', line: lines + 1, message };
}

/** That there is no log at all, though the journal knows of one. */
function findGone(anchors: readonly Anchor[]): Finding[] {
  const last = anchors.at(-1);
  if (last === undefined) return [];
  const message = `The log is gone: ${last.lines === 1 ? 'one line of it was' : `${numberText(last.lines)} lines of it were`} written, the last with the head ${last.hash}.`;
  return [{ kind: 'gone', line: 1, message }];
}

/** What the journal says of how far the log had come. */
function findCut(anchors: readonly Anchor[], lines: readonly PlacedLine[]): Finding[] {
  const first = findFirst(lines.slice(0, 1).flatMap(({ line }) => line ?? []));
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

function findHead(lines: readonly AuditLine[], head: string | null): Finding[] {
  if (head === null || lines.some(({ hash }) => hash === head)) return [];
  const message = `No line has the head ${head}: the end of the log was cut off, or it was written anew.`;
  return [{ kind: 'head', line: lines.length, message }];
}
