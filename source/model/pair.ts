/** What the two id columns of the file mean: `from-to` as their headings say, `to-from` the other way round (X1). */
export const DIRECTIONS = ['from-to', 'to-from'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Two people, by id. `line` is the line of the file that asked for it, the heading being line 1; null in single mode. */
export interface Pair {
  line: number | null;
  source: number;
  target: number;
}

export const PROBLEM_CODES = [
  'unknown-user',
  'self-transfer',
  'source-twice',
  'target-twice',
  'cycle',
  'privileged-user',
  'out-of-view',
  'over-limit',
  'already-done',
  'not-an-id',
  'ragged-row',
  'unreadable',
  'missing-heading',
  'duplicate-heading',
  'encoding',
  'empty-file',
  'required',
  'bad-email',
  'stand-in',
  'duplicate-email',
  'bad-date',
  'ambiguous-date',
  'bad-time-zone',
  'bad-boolean',
  'bad-number',
  'bad-list',
  'unknown-role',
  'unknown-division',
  'unknown-name',
  'out-of-division',
  'not-permitted',
  'bad-user-id',
  'no-seat-left',
  'bad-mapping',
  'not-people',
  'multi-level',
  'duplicate-login',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export const WARNING_CODES = [
  'chain',
  'inactive-target',
  'direction-suspect',
  'columns-out-of-place',
  'other-columns-changed',
  'email-case-twin',
  'changed-since',
  'not-undoable',
  'rights-gained',
  'later-run',
  'values-erased',
  'smtp',
  'column-left-out',
  'status-kept',
  'zeros-lost',
  'encoding-guessed',
  'heading-gone',
  'other-name',
  'same-employee-id',
  'scheduling-off',
  'end-of-employment',
  'settled-though-declined',
  'letters-lost',
  'number-shared',
  'end-before-start',
  'no-login',
  'somebody-else',
  'column-unread',
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something wrong (or worth knowing) with a place in a file, as a value. `line` counts from 1; null: the whole file. */
export interface Finding<Code extends string> {
  line: number | null;
  /** The heading of the column, or null. */
  column: string | null;
  /** The offending text, as it stands in the file, at most 200 characters. */
  value: string | null;
  code: Code;
  /** What is wrong, one sentence with names. */
  message: string;
  /** What to do, one sentence. */
  cure: string;
}
export type Problem = Finding<ProblemCode>;
export type Warning = Finding<WarningCode>;

/** The most pairs that one plan may hold (A16, X4). */
export const PAIR_LIMIT = 2000;
