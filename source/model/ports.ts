import type { HandoverError } from '../errors.ts';
import type { JournalEntry, JournalRecord } from './journal.ts';
import type { Mapping } from './mapping.ts';
import type { Operator, View } from './operator.ts';
import type { RootOperation } from './plan.ts';
import type { Run, RunSummary } from './run.ts';
import type { AuditHead, Settings } from './store-data.ts';
import type { Person, User } from './user.ts';

export interface Clock {
  /** The time of day, for people and records. */
  now(): Date;
  /** Milliseconds of a clock that never jumps, for durations. */
  monotonic(): number;
}

export interface Random {
  /** `length` random characters of a to z and 2 to 9. */
  token(length: number): string;
}

/** Who writes to the store, for the second operator who wants to. */
export interface Holder {
  login: string;
  host: string;
  pid: number;
  /** ISO 8601, UTC. */
  since: string;
  /** What they do, in words: "run 20261122-…". */
  doing: string;
}

/** What is known of a store without its people. */
export interface StoreInfo {
  id: string;
  name: string;
  /** How operators name it: the folder. */
  location: string;
  settings: Settings;
  operators: Operator[];
  views: View[];
  /** What exists besides people, by exact name. */
  names: { teams: string[]; groups: string[]; divisions: string[]; roles: string[] };
  mappings: Mapping[];
  /** Null: no audit log has been written yet. */
  auditHead: AuditHead | null;
  /** The highest ID that anybody has had, or was to get by a run: nobody new is given one up to it. */
  lastId: number;
}

/** Reading a store. Never blocks and is never blocked; what it returns is as new as the last call of `refresh`. */
export interface StorePort {
  info(): Promise<StoreInfo>;
  /** Everybody, active and inactive, by id. */
  users(): Promise<User[]>;
  /** Those of `ids` that exist, with their records. */
  people(ids: Iterable<number>): Promise<Map<number, Person>>;
  /** Newest first. A run without an end whose writer is gone is `interrupted`. */
  runs(): Promise<RunSummary[]>;
  run(id: string): Promise<Run | null>;
  /** Source and target ("19:21") of every pair that this operation has ever done and that is not undone → the run (A56). */
  donePairs(operation: RootOperation): Promise<Map<string, string>>;
  /**
   * The journal records that are kept, oldest first: all, or those behind the sequence `after`, or those of one run or
   * of several, of which the oldest is named first. With `damage`, which is told each time, reading goes on behind what
   * is damaged or missing.
   * @throws HandoverError `damaged-journal`, `missing-journal` without `damage`
   */
  records(wanted?: {
    after?: number;
    run?: string | readonly string[];
    damage?: (fault: HandoverError) => void;
  }): AsyncIterable<JournalRecord>;
  /**
   * What stands behind the last record of the journal and counts for nothing: of a write that was cut short, or that a
   * writer has not finished yet; null: nothing. The next writer cuts it off.
   * @returns the file's path, and how many bytes of it
   */
  tornTail(): Promise<{ file: string; bytes: number } | null>;
  /** Takes in what was written since; gives the new journal records, oldest first. */
  refresh(): Promise<JournalRecord[]>;
  /** Who writes at the moment, or null. */
  holder(): Promise<Holder | null>;
  /** Becomes the one writer. @throws HandoverError `store-held` (exit status 6) with who holds it. */
  startWriting(holder: Holder): Promise<StoreWriter>;
}

/** The one writer of a store. */
export interface StoreWriter {
  /** As it is now, with all that was appended. */
  person(id: number): Person | undefined;
  run(id: string): Run | undefined;
  /** Writes the entries as one group; they are on disk, and in `person`, when it resolves with their records. */
  append(entries: readonly JournalEntry[]): Promise<JournalRecord[]>;
  /** Puts everything into a new checkpoint. */
  checkpoint(): Promise<void>;
  /** Lets go of the store. */
  close(): Promise<void>;
}

/** An open file. */
export interface DiskFile {
  /** Writes at the end; gives the number of bytes that went in, which a full disk makes fewer. */
  write(bytes: Uint8Array): Promise<number>;
  /** Resolves once the content is on the medium. */
  sync(): Promise<void>;
  size(): Promise<number>;
  truncate(size: number): Promise<void>;
  close(): Promise<void>;
}

/** The calls that a store makes of a disk. Rejects with system errors (ENOENT, ENOSPC …). */
export interface Disk {
  /** @param start first byte, default 0 */
  read(path: string, start?: number): Promise<Uint8Array>;
  /** A new file, 0600; EEXIST where anything is there, a link included. */
  create(path: string): Promise<DiskFile>;
  /** An existing file, written at its end. */
  append(path: string): Promise<DiskFile>;
  rename(path: string, newPath: string): Promise<void>;
  /** A second name for the same file. */
  link(path: string, newPath: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Names in a folder. */
  list(folder: string): Promise<string[]>;
  /** Makes renames and new names within the folder lasting. */
  syncFolder(folder: string): Promise<void>;
  /** A folder 0700 with its parents, lasting; nothing happens where it is there. */
  makeFolder(folder: string): Promise<void>;
}
