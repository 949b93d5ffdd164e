import type { Rule } from './catalogue.ts';
import type { UserPatch } from './profile-field.ts';
import type { DataRecord, RecordsByType } from './record.ts';

/**
 * Numbers of records by what happens to them. Every record of both people counts once: the source's as combined,
 * deduplicated, summed or skipped; the target's as replaced, kept or derived. A record made for the target (a
 * certification it did not have) counts as derived too, so the target ends up with combined + kept + derived records.
 */
export interface RecordCounts {
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
  /** The target's records that stay; a sum or a new number within a series does not make another record of it. */
  kept: number;
}

/** No record of any kind. */
export const NO_RECORDS: Readonly<RecordCounts> = {
  combined: 0,
  replaced: 0,
  deduplicated: 0,
  summed: 0,
  skipped: 0,
  derived: 0,
  kept: 0,
};

/** What happens to one data type of one pair. */
export interface TypeChange extends RecordCounts {
  rule: Rule;
  carry: 'move' | 'copy';
}

/** The outcome of a rule: the records of both people afterwards, and what that means in numbers. */
export interface RuleOutcome {
  source: DataRecord[];
  target: DataRecord[];
  change: TypeChange;
}

/** What a pair changes of a person, before or after. */
export interface Image {
  id: number;
  /** The records of the types that change; an empty list where there are none. */
  records: RecordsByType;
  /** Of a merge or an import: what else of the person changes; of somebody who comes into being, all of it. */
  user?: UserPatch;
  /** Nobody has this id: before somebody is created, or after that is undone. */
  exists?: false;
}

/** One profile field of a merge and whose value wins. */
export interface FieldChange {
  field: string;
  source: unknown;
  target: unknown;
  taken: 'source' | 'target' | 'both';
  why: string;
}

/**
 * Numbers of records by what an undo does to them. Every record that the run had touched counts once, but for one that
 * is overwritten: it counts as changed besides. Of a type that is left alone only those count that have changed.
 */
export interface UndoCounts {
  /** Records that go back to the source. */
  returned: number;
  /** Records that the run had dropped or altered, and that the target has again as they were. */
  restored: number;
  /**
   * Records that nobody has afterwards: the run had made them (a copy, a calculation) or, where it was an undo, brought
   * them back from nowhere; or they came since and give way.
   */
  removed: number;
  /** Records that are not as the run left them, or rest on one that is not. */
  changed: number;
  /** Of the changed ones, those that are put back all the same: what was changed in them is lost. */
  overwritten: number;
}

/** No record of any kind. */
export const NO_UNDO: Readonly<UndoCounts> = {
  returned: 0,
  restored: 0,
  removed: 0,
  changed: 0,
  overwritten: 0,
};

/** The ways in which an undo may end for a data type of a pair. */
export const UNDO_OUTCOMES = ['put-back', 'partly', 'left-alone', 'overwritten'] as const;

/** What an undo does to one data type of one pair. */
export interface UndoChange extends UndoCounts {
  /**
   * `partly`: the records that changed since stay as they are; `left-alone`: all of the type does, because its records
   * hang together; `overwritten`: changed records are put back all the same.
   */
  outcome: (typeof UNDO_OUTCOMES)[number];
  /** Of the changed ones, those that stay even where changes are overwritten: neither of the two has them any more. */
  stuck: number;
  /** Of the removed ones, those that are copies of what the source keeps; absent: none. */
  copies?: number;
  /** Of the changed ones, those that are as before the run already, though not by an undo of it; absent: none. */
  already?: number;
}
