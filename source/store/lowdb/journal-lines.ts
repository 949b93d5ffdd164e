import { hash } from 'node:crypto';
import { HandoverError } from '../../errors.ts';
import type { JournalEntry, JournalPosition, JournalRecord } from '../../model/journal.ts';
import { isTornTail } from './torn-tail.ts';

/** Hash of a record: 32 hexadecimal digits of SHA-256 over the hash before it and its own text. */
function chainHash(previous: string, text: string): string {
  return hash('sha256', previous + text).slice(0, 32);
}

/**
 * The lines of entries that are written together: each `{"sequence":…,"group":…,"last":…,"entry":…}`, a tab, its hash, a
 * newline. `group` is the sequence of the first of them: whatever lies before a group was on disk when it was begun.
 * `last` is that of the last one: a group counts as a whole or not at all, so that people who swap addresses never stand
 * with one of them between them. Records of an older handover have none, and count each for itself.
 */
export function encodeGroup(
  entries: readonly JournalEntry[],
  after: JournalPosition,
): { bytes: Uint8Array; records: PlacedRecord[]; end: JournalPosition } {
  const group = after.sequence + 1;
  const last = after.sequence + entries.length;
  const records: PlacedRecord[] = [];
  let lines = '';
  let end = after;
  for (const entry of entries) {
    const sequence = end.sequence + 1;
    const text = JSON.stringify({ sequence, group, last, entry });
    const own = chainHash(end.chain, text);
    const line = `${text}\t${own}\n`;
    records.push({ sequence, entry, hash: own, at: end });
    lines += line;
    end = behind(end, { sequence, hash: own }, Buffer.byteLength(line));
  }
  return { bytes: Buffer.from(lines), records, end };
}

/** A record and the place where it begins. */
export interface PlacedRecord extends JournalRecord {
  at: JournalPosition;
}

/** A record as its line has it. */
interface ReadRecord extends JournalRecord {
  /** Sequence of the last one of its group; absent: it counts for itself. */
  last?: number;
}

function behind(at: JournalPosition, { sequence, hash }: Omit<JournalRecord, 'entry'>, bytes: number): JournalPosition {
  return { ...at, sequence, chain: hash, bytes: at.bytes + bytes, lines: at.lines + 1 };
}

export interface DecodedJournal {
  records: PlacedRecord[];
  /** Behind the last good record. */
  end: JournalPosition;
  /** Bytes of a torn tail behind it: records whose writing was cut short. */
  tornBytes: number;
}

/**
 * Reads journal bytes that go on at the place `at` of the file `file`.
 * A group that was cut short at the very end is a torn tail, all of it; anything else that does not fit is damage.
 * @param damage told of each line that does not fit; reading then goes on behind it
 * @throws HandoverError `damaged-journal` with file and line, without `damage`
 */
export function decodeJournal(
  bytes: Uint8Array,
  at: JournalPosition,
  file: string,
  damage?: (fault: HandoverError) => void,
): DecodedJournal {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const records: (ReadRecord & PlacedRecord)[] = [];
  let isDamaged = false;
  let place = at;
  let start = 0;
  /** Behind a line that does not fit: the hash that it should have, where only its hash was altered. */
  let proper: string | null = null;
  while (start < buffer.length) {
    const end = buffer.indexOf(0x0a, start);
    const { sequence, chain } = place;
    const line = end === -1 ? null : buffer.toString('utf8', start, end);
    const record = line === null ? null : decodeBehind(line, sequence, [chain, proper]);
    if (record === null) {
      const tail = buffer.subarray(start);
      // A last record whose only fault is what stands in place of its newline was written whole, and then altered.
      const isAltered =
        end === -1 &&
        tail.at(-1) !== 0 &&
        decodeLine(tail.toString('utf8', 0, tail.length - 1), sequence, chain) !== null;
      if (!isAltered && isTornTail(tail, sequence + 1)) break;
      const fault = damagedJournal(file, place.lines + 1, 'the record there is not the one that was written');
      if (damage === undefined) throw fault;
      damage(fault);
      isDamaged = true;
      if (line === null) return { records, end: place, tornBytes: 0 };
      proper = chainHash(chain, textOf(line));
      place = behind(place, passOver(line, place), end + 1 - start);
      start = end + 1;
      continue;
    }
    proper = null;
    records.push({ ...record, at: place });
    place = behind(place, record, end + 1 - start);
    start = end + 1;
  }
  // Whatever of a group stands there without its end was not on disk yet when its writer ended.
  const whole = isDamaged
    ? records.length
    : records.findLastIndex(({ sequence, last = sequence }) => sequence === last) + 1;
  const torn = records.splice(whole).at(0);
  return torn === undefined
    ? { records, end: place, tornBytes: buffer.length - start }
    : { records, end: torn.at, tornBytes: at.bytes + buffer.length - torn.at.bytes };
}

/** @param chains hashes of which one is that of the record before */
function decodeBehind(line: string, sequence: number, chains: readonly (string | null)[]): ReadRecord | null {
  for (const chain of chains) {
    const record = chain === null ? null : decodeLine(line, sequence, chain);
    if (record !== null) return record;
  }
  return null;
}

/** Place and hash that a line which does not fit says of itself: those behind it are chained to that hash. */
export function passOver(
  line: string,
  { sequence, chain }: Pick<JournalPosition, 'sequence' | 'chain'>,
): Pick<JournalRecord, 'sequence' | 'hash'> {
  const own = /\t([0-9a-f]{32})$/.exec(line)?.[1] ?? chainHash(chain, textOf(line));
  const said = Number(/^\{"sequence":(\d{1,15}),/.exec(line)?.[1] ?? 0);
  return { sequence: Math.max(said, sequence + 1), hash: own };
}

function textOf(line: string): string {
  return line.slice(0, Math.max(0, line.lastIndexOf('\t')));
}

function decodeLine(line: string, sequence: number, chain: string): ReadRecord | null {
  const tab = line.lastIndexOf('\t');
  if (tab === -1) return null;
  const text = line.slice(0, tab);
  const own = line.slice(tab + 1);
  if (own !== chainHash(chain, text)) return null;
  const { sequence: place, last, entry } = JSON.parse(text) as Omit<ReadRecord, 'hash'>;
  if (place !== sequence + 1) return null;
  return { sequence: place, entry, hash: own, ...(last === undefined ? {} : { last }) };
}

/** What is told of a journal that is not as it was written; `what` is the end of a sentence. */
export function damagedJournal(file: string, line: number, what: string): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-journal',
    `The journal ${file} is damaged in line ${line}: ${what}.`,
    'Nothing was changed. Put back the store folder from a backup, or keep a copy of it and ask for help with this line.',
  );
}
