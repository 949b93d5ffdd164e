import type { Actor } from './actor.ts';
import type { Image, RecordCounts, UndoCounts } from './change.ts';
import type { Mapping } from './mapping.ts';
import type { PlanOperation } from './plan.ts';
import type { UserPatch } from './profile-field.ts';
import type { RecordsByType } from './record.ts';
import type { Failure, RunState } from './run.ts';
import type { Settings } from './store-data.ts';
import type { Person } from './user.ts';

/** What the journal says. A pair is done exactly when its `pair-done` entry is on disk. */
export type JournalEntry =
  | (Actor & {
      kind: 'run-started';
      run: string;
      plan: string;
      seal: string;
      operation: PlanOperation;
      /** The run that this one puts back; absent in stores of shape 1, which know of none. */
      undoOf?: string | null;
      at: string;
      pairs: { source: number; target: number }[];
    })
  | (Actor & { kind: 'run-resumed'; run: string; at: string })
  | {
      kind: 'pair-done';
      run: string;
      source: number;
      target: number;
      at: string;
      before: { source: Image; target: Image };
      after: { source: Image; target: Image };
      /** Data type id → the numbers that are not zero. */
      counts: PairCounts;
      /** Of an undo: something of what the pair carried stays with the target. */
      partly?: true;
    }
  | {
      kind: 'pair-failed';
      run: string;
      source: number;
      target: number;
      at: string;
      code: Failure['code'];
      reason: string;
    }
  | {
      kind: 'run-finished';
      run: string;
      at: string;
      state: Exclude<RunState, 'running'> /** Of a run that its store stopped. */;
      reason?: string;
    }
  /** Somebody ended for good what had stopped or broken off: what it has left is not carried. */
  | (Actor & { kind: 'run-finished'; run: string; at: string; state: 'stopped'; reason?: string; closed: true })
  | (Actor & { kind: 'settings-changed'; settings: Partial<Settings>; at: string })
  /** A mapping was saved, in place of one of its name where there was one. */
  | (Actor & { kind: 'mapping-saved'; mapping: Mapping; at: string })
  | (Actor & { kind: 'mapping-deleted'; name: string; at: string })
  /** What of a person was changed by hand, outside of any run. */
  | (Actor & { kind: 'person-changed'; person: number; before: UserPatch; after: UserPatch; at: string })
  /** Records of `person` that named `of` name nobody any more; of the data types concerned, all that the person has. */
  | (Actor & {
      kind: 'references-cleared';
      person: number;
      of: number;
      before: RecordsByType;
      after: RecordsByType;
      at: string;
    })
  /** With all that they were and owned. */
  | (Actor & { kind: 'person-deleted'; person: number; before: Person; at: string })
  /** From the audit log, not from the store. */
  | (Actor & { kind: 'person-erased'; person: number; at: string })
  /** How far the audit log had come, so that a line that goes missing is missed. */
  | { kind: 'audit-head'; lines: number; bytes?: number; hash: string; at: string }
  /** `bytes` stood behind the last of its `lines`, of a write that was cut short or of somebody else, and are cut off. */
  | { kind: 'audit-cut'; lines: number; bytes: number; at: string };

/** A place in the journal, between two records. */
export interface JournalPosition {
  /** Which journal file. */
  generation: number;
  /** Sequence and hash of the record before it. */
  sequence: number;
  chain: string;
  /** Bytes and lines of that file before it. */
  bytes: number;
  lines: number;
}

/** What became of a pair's records in numbers: data type id → the numbers that are not zero. */
export type PairCounts = Record<string, Partial<Record<keyof RecordCounts | keyof UndoCounts, number>>>;

/** A journal entry in its place: sequence counts from 1 over the life of the store. */
export interface JournalRecord {
  sequence: number;
  entry: JournalEntry;
  /** Hash of the record before it and of this one's text. */
  hash: string;
}
