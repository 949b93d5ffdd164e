import { OPERATIONS, type Operation } from './catalogue.ts';
import type { FieldChange, RecordCounts, TypeChange, UndoChange, UndoCounts } from './change.ts';
import type { MergeChoices } from './merge-choices.ts';
import type { Direction, Problem, Warning } from './pair.ts';

/** What a plan does: carry by the catalogue's rules, or put back what a run did. */
export const PLAN_OPERATIONS = [...OPERATIONS, 'undo'] as const;
export type PlanOperation = (typeof PLAN_OPERATIONS)[number];

/** One side of a planned pair. `fingerprint` is that of the person just before this pair runs. */
export interface PlannedPerson {
  id: number;
  name: string;
  fingerprint: string;
}

export interface PlannedPair {
  /** Line of the file, or null in single mode. */
  line: number | null;
  source: PlannedPerson;
  target: PlannedPerson;
  /** Data type id → what happens. Types that neither person has are absent; of an undo, all are. */
  changes: Record<string, TypeChange>;
  /** Of an undo: data type id → what is put back. */
  undo: Record<string, UndoChange>;
  /** Of an undo: it puts records back, or only marks the pair as undone, as nothing needs to be; absent: neither. */
  effect?: 'put-back' | 'marked';
  /** Of an undo: data type id → the later runs that touched what these two have of it, newest first. */
  later?: Record<string, string[]>;
  fields: FieldChange[];
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

/** What an undo puts back. */
export interface UndoOf {
  /** Id of the run. */
  run: string;
  /** What it did; of an undo, what that one had put back. */
  operation: Operation;
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
  /** SHA-256 of all the rest; an edited plan file is refused. */
  seal: string;
}
