import { OPERATIONS } from './catalogue.ts';
import type { FieldChange, RecordCounts, TypeChange, UndoChange, UndoCounts } from './change.ts';
import type { Mapping } from './mapping.ts';
import type { MergeChoices } from './merge-choices.ts';
import type { Direction, Problem, Warning } from './pair.ts';

/** What a run does in the first place: carry by the catalogue's rules, or take people in from a file. */
export const ROOT_OPERATIONS = [...OPERATIONS, 'import'] as const;
export type RootOperation = (typeof ROOT_OPERATIONS)[number];

/** What a plan does: that, or put back what a run did. */
export const PLAN_OPERATIONS = [...ROOT_OPERATIONS, 'undo'] as const;
export type PlanOperation = (typeof PLAN_OPERATIONS)[number];

/** One side of a planned pair. `fingerprint` is that of the person just before this pair runs. */
export interface PlannedPerson {
  id: number;
  name: string;
  fingerprint: string;
}

/** What an import does to the person of one row. */
export interface RowChange {
  kind: 'create' | 'update';
  /** Whether the account becomes active, or inactive, that was not; absent: neither. */
  becomes?: 'active' | 'inactive';
  /** How many values go without another in their place. */
  erased: number;
}

/**
 * Two people of a transfer or a merge. Of an import, the person of one row, who stands on both sides; `fields` then holds
 * each value that changes, `source` being that of the file and `target` that of the store (null: none), and the
 * fingerprint is that of the person without their records, or `nobody` where the row creates one.
 */
export interface PlannedPair {
  /** Line of the file, or null in single mode. */
  line: number | null;
  source: PlannedPerson;
  target: PlannedPerson;
  /** Data type id → what happens. Types that neither person has are absent; of an undo, all are. */
  changes: Record<string, TypeChange>;
  /** Of an undo: data type id → what is put back. */
  undo: Record<string, UndoChange>;
  /**
   * Of an undo: it puts records back, or only marks the pair as undone, as nothing needs to be; absent: neither. Of a
   * merge: `marked` where nothing changes but the mark of the source, as the two are alike in all that it carries.
   */
  effect?: 'put-back' | 'marked';
  /** Of an undo: data type id → the later runs that touched what these two have of it, newest first. */
  later?: Record<string, string[]>;
  fields: FieldChange[];
  /** Of an import. */
  row?: RowChange;
}

/** A kind of data that the sources own and that stays behind. */
export interface NotMoved {
  /** Data type id, or the name under which the store holds it. */
  type: string;
  label: string;
  count: number;
  why: string;
}

export interface PlanTotals extends RecordCounts, UndoCounts {
  pairs: number;
  notMoved: number;
}

/** The fingerprint of somebody who is not there. */
export const NOBODY = 'nobody';

/** Rows of an import by what becomes of them; the first five make up all of them. */
export interface RowCounts {
  create: number;
  update: number;
  unchanged: number;
  /** Blank ones, and those left out by hand. */
  skipped: number;
  /** Rows with at least one problem. */
  problems: number;
  /** Of those created and updated. */
  reactivated: number;
  deactivated: number;
  /** Values that go without another in their place. */
  erasedValues: number;
}

/** What an import was made from. */
export interface ImportOf {
  /** Name of the file, without its folder. */
  file: string;
  mapping: Mapping;
  /** Whether one problem keeps all of it from running; otherwise the rows without one do. */
  allOrNothing: boolean;
}

/** What an undo puts back. */
export interface UndoOf {
  /** Id of the run. */
  run: string;
  /** What it did; of an undo, what that one had put back. */
  operation: RootOperation;
  /** Whether that run was itself an undo: then data goes from the source into the target again. */
  isAgain: boolean;
  /** Whether what has changed since is put back all the same, and the changes are lost. */
  overwriteChanged: boolean;
  /** Later runs that touched the same people and still stand, newest first; absent where there are none. */
  laterRuns?: string[];
}

/** What will happen, all of it. The preview, the review, the dry run and the run read this and nothing else. */
export interface Plan {
  version: 2;
  id: string;
  /** Id of the store that it was made for. */
  store: string;
  operation: PlanOperation;
  direction: Direction;
  /** Login of the operator. */
  operator: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The phrase to type before it runs. */
  confirm: string;
  /** Name and fingerprint of the catalogue whose rules it applies. */
  catalogue: { name: string; fingerprint: string };
  /** What the operator decided about a merge; null for anything else. */
  choices: MergeChoices | null;
  /** Ids of the data types that are carried, or put back. */
  carried: string[];
  /** In the order in which they run. */
  pairs: PlannedPair[];
  notMoved: NotMoved[];
  problems: Problem[];
  warnings: Warning[];
  totals: PlanTotals;
  /** The run whose failed pairs this plan repeats, or null. */
  retryOf: string | null;
  undoOf: UndoOf | null;
  /** Of an import, and of no other plan. */
  import?: ImportOf;
  rows?: RowCounts;
  /** SHA-256 of all the rest; an edited plan file is refused. */
  seal: string;
}
