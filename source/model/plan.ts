import type { Operation } from './catalogue.ts';
import type { FieldChange, RecordCounts, TypeChange } from './change.ts';
import type { Direction, Problem, Warning } from './pair.ts';

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
  /** Data type id → what happens. Types that neither person has are absent. */
  changes: Record<string, TypeChange>;
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

export interface PlanTotals extends RecordCounts {
  pairs: number;
  notMoved: number;
}

/** What will happen, all of it. The preview, the review, the dry run and the run read this and nothing else. */
export interface Plan {
  version: 1;
  id: string;
  /** Id of the store that it was made for. */
  store: string;
  operation: Operation;
  direction: Direction;
  /** Login of the operator. */
  operator: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The phrase to type before it runs. */
  confirm: string;
  /** Name and fingerprint of the catalogue whose rules it applies. */
  catalogue: { name: string; fingerprint: string };
  /** Ids of the data types that are carried. */
  carried: string[];
  /** In the order in which they run. */
  pairs: PlannedPair[];
  notMoved: NotMoved[];
  problems: Problem[];
  warnings: Warning[];
  totals: PlanTotals;
  /** The run whose failed pairs this plan repeats, or null. */
  retryOf: string | null;
  /** SHA-256 of all the rest; an edited plan file is refused. */
  seal: string;
}
