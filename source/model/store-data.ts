import type { JournalPosition } from './journal.ts';
import type { Mapping } from './mapping.ts';
import type { Operator, View } from './operator.ts';
import type { Run } from './run.ts';
import type { Person } from './user.ts';

/** The shape that this version writes; a store of a later shape is refused. */
export const STORE_VERSION = 3;

export interface Settings {
  /** The operator as whom anybody works who is none of the operators; only demonstration stores name one. */
  guest: string | null;
  /** How many checkpoints before the present one are kept. */
  keepCheckpoints: number;
  /** Whether the system sends activation mail to new and changed addresses (B12). */
  sendsActivationMail: boolean;
  /** How many people may be active; null: no limit. */
  seats: number | null;
}

/** How far the audit log had come when it was last known to be on disk. */
export interface AuditHead {
  /** Of the journal record that says so. */
  sequence: number;
  lines: number;
  /** Null: unknown. */
  bytes: number | null;
  /** Of its last line. */
  hash: string;
  /** ISO 8601, UTC. */
  at: string;
}

/** All that a store holds, as the checkpoint keeps it. */
export interface StoreData {
  format: 'handover-store';
  /** The shape in which it lies on disk. */
  version: number;
  /** A plan for one store is not run on another. Demonstration stores of one size and seed are the same, id and all. */
  id: string;
  name: string;
  /** The journal file (`journal.<generation>.jsonl`) that goes on from here. */
  generation: number;
  /** Sequence and hash of the last journal record that this data holds. */
  sequence: number;
  chain: string;
  settings: Settings;
  operators: Operator[];
  views: View[];
  teams: string[];
  groups: string[];
  divisions: string[];
  roles: string[];
  people: Person[];
  /** How files of people are read, by name; the shipped presets are not among them. */
  mappings: Mapping[];
  /** Oldest first. */
  runs: StoredRun[];
  /** Absent where no audit log has been written yet. */
  auditHead?: AuditHead | null;
  /** The highest ID that anybody has had or was to get. Absent: that of the people and the runs that it holds. */
  lastId?: number;
}

/** A run as a store keeps it. */
export interface StoredRun extends Run {
  /** Where its journal records begin; null: unknown, the run is of a store of shape 1. */
  journal: JournalPosition | null;
}
