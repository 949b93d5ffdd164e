import { createHash } from 'node:crypto';
import { HandoverError } from '../../errors.ts';
import type { JournalEntry, JournalRecord } from '../../model/journal.ts';
import { isTornTail } from './torn-tail.ts';

/** Hash of a record: 32 hexadecimal digits of SHA-256 over the hash before it and its own text. */
function chainHash(previous: string, text: string): string {
  return createHash('sha256').update(previous).update(text).digest('hex').slice(0, 32);
}

/**
 * The lines of entries that are written together: each `{"sequence":…,"group":…,"entry":…}`, a tab, its hash, a
 * newline. `group` is the sequence of the first of them: whatever lies before a group was on disk when it was begun.
 */
export function encodeGroup(
  entries: readonly JournalEntry[],
  after: { sequence: number; chain: string },
): { bytes: Uint8Array; sequence: number; chain: string } {
  const group = after.sequence + 1;
  let { sequence, chain } = after;
  let lines = '';
  for (const entry of entries) {
    sequence += 1;
    const text = JSON.stringify({ sequence, group, entry });
    chain = chainHash(chain, text);
    lines += `${text}\t${chain}\n`;
  }
  return { bytes: Buffer.from(lines), sequence, chain };
}

export interface DecodedJournal {
  records: JournalRecord[];
  /** Bytes up to the end of the last good record. */
  goodBytes: number;
  /** Bytes of a torn tail behind it: records whose writing was cut short. */
  tornBytes: number;
}

/**
 * Reads journal bytes that go on behind the record `sequence` with hash `chain`.
 * A group that was cut short at the very end is a torn tail; anything else that does not fit is damage.
 * @param at `firstLine`: the number of the first line, for messages
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
    const record = end === -1 ? null : decodeLine(buffer.toString('utf8', start, end), sequence, chain);
    if (record === null) {
      const tail = buffer.subarray(start);
      // A last record whose only fault is what stands in place of its newline was written whole, and then altered.
      const isAltered =
        end === -1 &&
        tail.at(-1) !== 0 &&
        decodeLine(tail.toString('utf8', 0, tail.length - 1), sequence, chain) !== null;
      if (!isAltered && isTornTail(tail, sequence + 1)) break;
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

function damaged(file: string, line: number): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-journal',
    `The journal ${file} is damaged in line ${line}: the record there is not the one that was written.`,
    'Nothing was changed. Put back the store folder from a backup, or keep a copy of it and ask for help with this line.',
  );
}
