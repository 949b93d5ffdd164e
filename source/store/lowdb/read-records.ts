import { type HandoverError, hasSystemCode } from '../../errors.ts';
import type { JournalPosition, JournalRecord } from '../../model/journal.ts';
import type { StoredRun } from '../../model/store-data.ts';
import { readFault } from '../store-fault.ts';
import { damagedJournal, decodeJournal, passOver } from './journal-lines.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { missingJournal } from './replay-journals.ts';
import { journalGeneration, journalPath } from './store-files.ts';

/** Which records: all, those behind the sequence `after`, those of one run or of several, the oldest named first. */
export interface Wanted {
  after?: number;
  run?: string | readonly string[];
  damage?: ((fault: HandoverError) => void) | undefined;
}

/**
 * The kept journal records, oldest first, read from disk and checked against the chain; a torn tail is passed over, and
 * with `damage` also what is damaged or missing, and then the first record behind a missing file, which nothing proves.
 *
 * This is where journals that a checkpoint has taken in are checked: whatever needs their records (undo, retry, the log,
 * doctor) gets none from a damaged line. Opening a store and writing to it do not read them, and so do not tell of damage
 * there: both would take longer with every run, and what they work on is the checkpoint, which has a checksum, and the
 * journal behind it, which is read whole.
 * @throws HandoverError `damaged-journal`, `missing-journal` without `damage`
 */
export async function* readRecords(store: LowdbStore, wanted: Wanted): AsyncGenerator<JournalRecord> {
  const checkpoint = store.low.data;
  const runs = wanted.run === undefined ? null : new Set([wanted.run].flat());
  let position = placeToStart(store, wanted);
  const last = await lastGeneration(store);
  let isBehindGap = false;
  for (let { generation } = position; generation <= last; generation += 1) {
    if (generation > position.generation) position = { ...position, generation, bytes: 0, lines: 0 };
    const path = journalPath(store.folder, generation);
    const from = position.bytes;
    const bytes = await store.disk.read(path, from).catch((error: unknown) => {
      const isTakenIn = generation < checkpoint.generation;
      const isMissing = hasSystemCode(error, 'ENOENT');
      const fault = isMissing ? missingJournal(path, error, isTakenIn) : readFault(path, error);
      if (!isMissing || wanted.damage === undefined) throw fault;
      wanted.damage(fault);
      return null;
    });
    if (bytes === null) {
      isBehindGap = true;
      continue;
    }
    if (isBehindGap) position = behindFirst(bytes, position);
    isBehindGap = false;
    let faults = 0;
    const damage =
      wanted.damage &&
      ((fault: HandoverError) => {
        faults += 1;
        wanted.damage?.(fault);
      });
    const { records, end, tornBytes } = decodeJournal(bytes.subarray(position.bytes - from), position, path, damage);
    for (const { sequence, entry, hash } of records) {
      if (sequence <= (wanted.after ?? 0)) continue;
      if (runs !== null && !('run' in entry && runs.has(entry.run))) continue;
      yield { sequence, entry, hash };
    }
    // Nothing is torn that a checkpoint has taken in, and it knows with which record it ended.
    const isCut = generation < checkpoint.generation && tornBytes > 0;
    const isShort = generation === checkpoint.generation - 1 && end.chain !== checkpoint.chain;
    if ((isCut || isShort) && faults === 0) {
      const fault = damagedJournal(path, end.lines + 1, 'records that were written there are missing');
      if (damage === undefined) throw fault;
      damage(fault);
    }
    position = end;
  }
}

/** Behind the first line of a journal whose former one is missing: what that is chained to is not known. */
function behindFirst(bytes: Uint8Array, position: JournalPosition): JournalPosition {
  const end = bytes.indexOf(0x0a);
  if (end === -1) return position;
  const { sequence, hash } = passOver(Buffer.from(bytes.subarray(0, end)).toString('utf8'), position);
  return { ...position, sequence, chain: hash, bytes: end + 1, lines: 1 };
}

/** No further back than needed: journals are kept for good, and grow with every run. */
function placeToStart({ low, live }: LowdbStore, { after = 0, run }: Wanted): JournalPosition {
  const { generation, sequence, chain } = low.data;
  const [oldest] = [run ?? []].flat();
  if (after >= sequence) return { generation, sequence, chain, bytes: 0, lines: 0 };
  const known = oldest === undefined ? lastBegunBefore(live.runs.values(), after) : live.runs.get(oldest)?.journal;
  return known ?? { generation: 1, sequence: 0, chain: NO_CHAIN, bytes: 0, lines: 0 };
}

/** Where the last run begins whose first record stands no later than just behind the sequence `after`; null: none. */
function lastBegunBefore(runs: Iterable<StoredRun>, after: number): JournalPosition | null {
  let last: JournalPosition | null = null;
  for (const { journal } of runs) {
    if (journal !== null && journal.sequence <= after && journal.sequence >= (last?.sequence ?? 0)) last = journal;
  }
  return last;
}

/** The hash before the first record of a store. */
const NO_CHAIN = '0'.repeat(32);

async function lastGeneration({ disk, folder }: LowdbStore): Promise<number> {
  const names = await disk.list(folder);
  return Math.max(1, ...names.map((name) => journalGeneration(name) ?? 0));
}
