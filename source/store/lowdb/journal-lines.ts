import { createHash } from 'node:crypto';
import { HandoverError } from '../../errors.ts';
import type { JournalEntry, JournalRecord } from '../../model/journal.ts';

/** The chain before the first record of a store. */
export const CHAIN_START = '0'.repeat(32);

/** Hash of a record: 32 hexadecimal digits of SHA-256 over the hash before it and its own text. */
export function chainHash(previous: string, text: string): string {
  return createHash('sha256').update(previous).update(text).digest('hex').slice(0, 32);
}

/** One line of the journal: `{"sequence":…,"entry":…}`, a tab, its hash, a newline. */
export function encodeRecord(sequence: number, entry: JournalEntry, previous: string): { line: string; hash: string } {
  const text = JSON.stringify({ sequence, entry });
  const hash = chainHash(previous, text);
  return { line: `${text}\t${hash}\n`, hash };
}

export interface DecodedJournal {
  records: JournalRecord[];
  /** Bytes up to the end of the last good record. */
  goodBytes: number;
  /** Bytes of a torn tail behind it: a record whose writing was cut short. */
  tornBytes: number;
}

/**
 * Reads journal bytes that go on behind the record `sequence` with hash `chain`.
 * A record that was cut short at the very end is a torn tail; anything else that does not fit is damage.
 * @param firstLine the number of the first line, for messages
 * @throws HandoverError `damaged-journal` with file and line
 */
export function decodeJournal(
  bytes: Uint8Array,
  at: { sequence: number; chain: string; file: string; firstLine: number },
): DecodedJournal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: JournalRecord[] = [];
  let { sequence, chain } = at;
  let start = 0;
  while (start < buffer.length) {
    const end = buffer.indexOf(0x0a, start);
    const line = buffer.toString('utf8', start, end === -1 ? buffer.length : end);
    const record = decodeLine(line, sequence, chain);
    if (record === null || end === -1) {
      if (record !== null || isTorn(buffer.subarray(start), sequence, chain)) break;
      throw damaged(at.file, at.firstLine + records.length);
    }
    records.push(record);
    ({ sequence, hash: chain } = record);
    start = end + 1;
  }
  return { records, goodBytes: start, tornBytes: buffer.length - start };
}

function decodeLine(line: string, sequence: number, chain: string): JournalRecord | null {
  const tab = line.lastIndexOf('\t');
  if (tab === -1) return null;
  const text = line.slice(0, tab);
  const hash = line.slice(tab + 1);
  if (hash !== chainHash(chain, text)) return null;
  const { sequence: own, entry } = JSON.parse(text) as { sequence: number; entry: JournalEntry };
  return own === sequence + 1 ? { sequence: own, entry, hash } : null;
}

/**
 * Whether what stands at the end is a record whose writing was cut short: it has no newline, or blocks that never
 * reached the disk read as zeros. A whole last record with a wrong byte was written, and then altered: no torn tail.
 */
function isTorn(tail: Buffer, sequence: number, chain: string): boolean {
  if (tail.includes(0)) return true;
  if (tail.includes(0x0a)) return false;
  return decodeLine(tail.toString('utf8', 0, tail.length - 1), sequence, chain) === null;
}

function damaged(file: string, line: number): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-journal',
    `The journal ${file} is damaged in line ${line}: the record there is not the one that was written.`,
    'Nothing was changed. Put back the store folder from a backup, or keep a copy of it and ask for help with this line.',
  );
}
