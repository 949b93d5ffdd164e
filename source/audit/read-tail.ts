import { hasSystemCode } from '../errors.ts';
import type { Disk } from '../model/ports.ts';
import type { AuditHead } from '../model/store-data.ts';
import { auditFault, damagedAudit } from './audit-fault.ts';
import { type AuditLine, NO_HASH } from './audit-line.ts';
import { findMisbeginning } from './begin-log.ts';
import { doesFollow, findBrokenSeals } from './check-line.ts';
import { decodeLine } from './decode-line.ts';
import { splitLog } from './split-log.ts';

/** Where a log ends. */
export interface LogEnd {
  lines: number;
  bytes: number;
  /** Of its last line. */
  hash: string;
}

/** The end of a log, proved from its anchor on. */
export interface LogTail {
  end: LogEnd;
  /** The lines behind the anchor; all of them where there is none. */
  lines: AuditLine[];
  /** The anchor that holds for this log; null: none does. */
  anchor: AuditHead | null;
  /** Bytes behind the last line: of a write that was cut short. */
  tornBytes: number;
  /** Whether all of it was proved: there is no anchor, or its hash is not at the place where the anchor saw it. */
  isWhole: boolean;
}

/** Bytes of a hash and the newline behind it. */
const MARK = 65;

/**
 * The end of the log at `path`: what lies behind the anchor is proved line by line, what lies before it only by the
 * hash at which it ended. Null where there is no log, or not a line of one, and none was anchored.
 * @throws HandoverError `damaged-audit` naming the line; `audit-fault`
 */
export async function readTail(disk: Disk, path: string, anchor: AuditHead | null): Promise<LogTail | null> {
  try {
    return (await readFromAnchor(disk, path, anchor)) ?? (await readWhole(disk, path, anchor));
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw auditFault(path, error);
  }
}

/** Null where the log has not the anchored hash at the place where the anchor saw it: it may have been rewritten since. */
async function readFromAnchor(disk: Disk, path: string, anchor: AuditHead | null): Promise<LogTail | null> {
  const { bytes = null, hash = '', lines = 0 } = anchor ?? {};
  if (bytes === null || bytes < MARK) return null;
  const read = Buffer.from(await disk.read(path, bytes - MARK));
  if (read.toString('latin1', 0, MARK) !== `${hash}\n`) return null;
  return { ...proveLines(path, read.subarray(MARK), { lines, bytes, hash }), anchor, isWhole: false };
}

async function readWhole(disk: Disk, path: string, anchor: AuditHead | null): Promise<LogTail | null> {
  const tail: LogTail = { ...proveLines(path, await disk.read(path)), anchor: null, isWhole: true };
  const { lines } = tail;
  // A log that was begun anew knows nothing of the anchors of the one before it.
  const first = lines[0]?.facts;
  const isOlder = first !== undefined && first.result === 'anew' && first.sequence === anchor?.sequence;
  if (anchor === null || isOlder) return lines.length === 0 ? null : tail;
  if (lines.length < anchor.lines) {
    throw damagedAudit(path, `it ends with line ${lines.length}, and ${anchor.lines} lines were written`);
  }
  if (lines[anchor.lines - 1]?.hash !== anchor.hash) {
    throw damagedAudit(path, `line ${anchor.lines} is not the one that the journal knows`);
  }
  return { ...tail, anchor, lines: lines.slice(anchor.lines) };
}

/** The end of an empty log. */
const NOTHING: LogEnd = { lines: 0, bytes: 0, hash: NO_HASH };

/**
 * Proves the lines in `bytes`, of the log at `path`, which go on behind `start`.
 * @throws HandoverError `damaged-audit` naming the line
 */
export function proveLines(
  path: string,
  bytes: Uint8Array,
  start = NOTHING,
): Pick<LogTail, 'end' | 'lines' | 'tornBytes'> {
  const split = splitLog(bytes);
  const lines: AuditLine[] = [];
  let { hash } = start;
  for (const text of split.lines) {
    const number = start.lines + lines.length + 1;
    const line = decodeLine(text);
    const isWhole = line !== null && line.facts.line === number && doesFollow(line, hash);
    if (line === null || !isWhole || findBrokenSeals(line).length > 0) {
      throw damagedAudit(path, `line ${number} was altered, or lines before it are missing`);
    }
    const misbeginning = findMisbeginning(line);
    if (misbeginning !== null) throw damagedAudit(path, `line ${number} ${misbeginning}`);
    lines.push(line);
    hash = line.hash;
  }
  const end = { lines: start.lines + lines.length, bytes: start.bytes + split.bytes, hash };
  return { end, lines, tornBytes: split.tornBytes };
}
