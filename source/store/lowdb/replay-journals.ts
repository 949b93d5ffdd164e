import { HandoverError, hasSystemCode } from '../../errors.ts';
import type { JournalPosition, JournalRecord } from '../../model/journal.ts';
import type { Disk } from '../../model/ports.ts';
import { readFault } from '../store-fault.ts';
import { applyEntry } from './apply-entry.ts';
import type { LiveData } from './apply-to-run.ts';
import { decodeJournal } from './journal-lines.ts';
import { journalPath } from './store-files.ts';

/** What a replay goes on from, and what it changes. */
export interface Replay {
  readonly folder: string;
  readonly disk: Disk;
  readonly live: LiveData;
  /** How far it has come. */
  position: JournalPosition;
}

/**
 * Takes in every record behind the position, through as many journal files as there are; gives them, oldest first.
 * @throws HandoverError `damaged-journal`, `missing-journal`, `store-fault`
 */
export async function replayJournals(replay: Replay): Promise<JournalRecord[]> {
  const records = await replayOne(replay, replay.position.generation);
  for (let next = replay.position.generation + 1; ; next += 1) {
    const size = await sizeOf(replay, next);
    if (size === null) return records;
    // One without a record may have been begun for a checkpoint that never came to count.
    if (size === 0) continue;
    // It goes on behind the one before it, which may have grown since it was read.
    records.push(...(await replayOne(replay, replay.position.generation)), ...(await replayOne(replay, next)));
  }
}

/** Whether a journal was begun behind the one at which `replay` stands. */
export async function hasLaterJournal(replay: Replay): Promise<boolean> {
  return (await sizeOf(replay, replay.position.generation + 1)) !== null;
}

async function sizeOf({ disk, folder }: Replay, generation: number): Promise<number | null> {
  try {
    return (await disk.read(journalPath(folder, generation))).length;
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return null;
    throw readFault(journalPath(folder, generation), error);
  }
}

async function replayOne(replay: Replay, generation: number): Promise<JournalRecord[]> {
  const { disk, folder, live, position } = replay;
  const path = journalPath(folder, generation);
  const from = generation === position.generation ? position : { ...position, generation, bytes: 0, lines: 0 };
  const bytes = await disk.read(path, from.bytes).catch((error: unknown) => {
    throw hasSystemCode(error, 'ENOENT') ? missingJournal(path, error) : readFault(path, error);
  });
  const { records, end } = decodeJournal(bytes, from, path);
  if (records.length === 0) return [];
  for (const { entry, at } of records) applyEntry(live, entry, at);
  replay.position = end;
  return records;
}

/** What is told of a journal that is not there. @param isTakenIn whether a checkpoint holds what stood in it */
export function missingJournal(path: string, cause: unknown, isTakenIn = false): HandoverError {
  const what = isTakenIn ? 'records of past runs stood in it' : 'what was done since the last checkpoint stood in it';
  return new HandoverError(
    'unexpected',
    'missing-journal',
    `The journal ${path} is missing; ${what}.`,
    'Nothing was changed. Put back the store folder from a backup.',
    { cause },
  );
}
