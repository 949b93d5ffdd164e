import { hasSystemCode } from '../../errors.ts';
import type { JournalPosition, JournalRecord } from '../../model/journal.ts';
import type { StoredRun } from '../../model/store-data.ts';
import { readFault } from '../store-fault.ts';
import { damagedJournal, decodeJournal } from './journal-lines.ts';
import type { LowdbStore } from './lowdb-store.ts';
import { missingJournal } from './replay-journals.ts';
import { journalGeneration, journalPath } from './store-files.ts';

/** Which records: all, those behind the sequence `after`, those of one run or of several, the oldest named first. */
export interface Wanted {
  after?: number;
  run?: string | readonly string[];
}

/**
 * The kept journal records, oldest first, read from disk and checked against the chain; a torn tail is passed over.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function* readRecords(store: LowdbStore, wanted: Wanted): AsyncGenerator<JournalRecord> {
  const checkpoint = store.low.data;
  const runs = wanted.run === undefined ? null : new Set([wanted.run].flat());
  let position = placeToStart(store, wanted);
  const last = await lastGeneration(store);
  for (let { generation } = position; generation <= last; generation += 1) {
    if (generation > position.generation) position = { ...position, generation, bytes: 0, lines: 0 };
    const path = journalPath(store.folder, generation);
    const bytes = await store.disk.read(path, position.bytes).catch((error: unknown) => {
      throw hasSystemCode(error, 'ENOENT') ? missingJournal(path, error) : readFault(path, error);
    });
    const { records, end, tornBytes } = decodeJournal(bytes, position, path);
    for (const { sequence, entry, hash } of records) {
      if (sequence <= (wanted.after ?? 0)) continue;
      if (runs !== null && !('run' in entry && runs.has(entry.run))) continue;
      yield { sequence, entry, hash };
    }
    // Nothing is torn that a checkpoint has taken in, and it knows with which record it ended.
    const isCut = generation < checkpoint.generation && tornBytes > 0;
    const isShort = generation === checkpoint.generation - 1 && end.chain !== checkpoint.chain;
    if (isCut || isShort) throw damagedJournal(path, end.lines + 1, 'records that were written there are missing');
    position = end;
  }
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
