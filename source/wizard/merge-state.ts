import type { FileChoices } from '../merge/choose-for-file.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import type { Person } from '../model/user.ts';

/** Both people of a merge with all that they own. */
export interface MergedPeople {
  source: Person;
  target: Person;
}

/** All that was decided at one time. */
export interface Decided {
  choices: MergeChoices;
  file: FileChoices;
  /** Ids of the data types that were declined. */
  without: ReadonlySet<string>;
}

/** A merge, as far as the operator has decided. */
export interface MergeState {
  /** As they were when they were read last; null: not yet. */
  people: MergedPeople | null;
  choices: MergeChoices;
  /** 0: the switch of the step; else the row below it. */
  fieldCursor: number;
  courseCursor: number;
  /** Of a file: what is decided about conflicts, and everybody whom its pairs name; null: not read yet. */
  file: FileChoices;
  /** The pair of the file that is looked into, to choose for it by hand; null: none. */
  pair: { source: number; target: number } | null;
  crowd: ReadonlyMap<number, Person> | null;
  /** 0: the policy of the file; else the field below it. */
  policyCursor: number;
  conflictCursor: number;
  /** Whether only the fields are listed that are not the same on both sides (C20). */
  onlyDiffering: boolean;
  /** What was decided before each later decision, the oldest first. */
  past: readonly Decided[];
}

/** Whether the people read last are these two. */
export function isMergeOf({ people }: MergeState, source: number | undefined, target: number | undefined): boolean {
  return people?.source.id === source && people?.target.id === target;
}
