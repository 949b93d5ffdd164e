import type { Rule } from './catalogue.ts';
import type { DataRecord, RecordsByType } from './record.ts';

/** What happens to one data type of one pair, in numbers of records. Every record of both people counts once. */
export interface TypeChange {
  rule: Rule;
  carry: 'move' | 'copy';
  /** The source's records that the target gets. */
  combined: number;
  /** The target's records that go, because the source's take their place. */
  replaced: number;
  /** The source's records that the target has already; they are not carried a second time. */
  deduplicated: number;
  /** The source's records whose numbers are added to the target's. */
  summed: number;
  /** The source's records that stay behind on purpose. */
  skipped: number;
  /** The target's records that come from a calculation, made anew. */
  derived: number;
  /** The target's records that stay as they are. */
  kept: number;
}

/** The outcome of a rule: the records of both people afterwards, and what that means in numbers. */
export interface RuleOutcome {
  source: DataRecord[];
  target: DataRecord[];
  change: TypeChange;
}

/** A person's records of the types that a pair touches, before or after. */
export interface Image {
  id: number;
  records: RecordsByType;
}

/** One profile field of a merge and whose value wins. */
export interface FieldChange {
  field: string;
  source: unknown;
  target: unknown;
  taken: 'source' | 'target' | 'both';
  why: string;
}
