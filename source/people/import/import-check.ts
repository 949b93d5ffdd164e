import type { CsvFile } from '../../csv/csv-file.ts';
import type { FieldChange } from '../../model/change.ts';
import type { Mapping } from '../../model/mapping.ts';
import type { Operator, View } from '../../model/operator.ts';
import type { Problem, Warning } from '../../model/pair.ts';
import type { RowChange, RowCounts } from '../../model/plan.ts';
import type { User } from '../../model/user.ts';

/** One row of a file as it stands, but for what a formula guard put before its texts. */
export interface FileRow {
  /** The line on which it begins, the first of the file being 1. */
  line: number;
  /** A cell for each heading; missing ones are empty. */
  cells: string[];
  /**
   * How many cells the line has, where its cells may not stand under their headings: these are not as many, or were not
   * when the row was written to a file of rows with problems. Null: nothing speaks against it.
   */
  ragged: number | null;
  /** The cells behind the last heading, where there are any that are not blank. */
  surplus?: string[];
  /** Heading of the column that says so in a file of rows with problems, until somebody empties its cell. */
  mark?: string;
}

/** A file of people, read whole. */
export interface PeopleFile extends CsvFile {
  /** As it was named. */
  file: string;
  /** The state of the file on the disk when it was read, to be compared with `fileStamp`. */
  stamp?: string;
  headings: string[];
  /** Line of the headings. */
  headingLine: number;
  /** Every row behind the headings, blank ones too. */
  rows: FileRow[];
  /** What is wrong with the file as a whole. */
  problems: Problem[];
}

/** What the rows of a file are compared with. */
export interface ImportContext {
  /** Everybody, active or not. */
  users: readonly User[];
  /** The highest ID that anybody has had, who need not be there any more: new people get those behind it. */
  lastId: number;
  /** What exists besides people, by exact name. */
  names: { teams: string[]; groups: string[]; divisions: string[]; roles: string[] };
  views: readonly View[];
  operator: Operator;
  /** Whom the operator may touch (A20); null: everybody. */
  view: View | null;
  /** The time zones that a file may name (B14). */
  timeZones: readonly string[];
  /** How many people may be active; null: no limit. */
  seats: number | null;
  sendsActivationMail: boolean;
  /** YYYY-MM-DD, by the operator's own calendar. */
  today: string;
}

/** What becomes of one row. */
export interface ImportRow {
  line: number;
  kind: 'create' | 'update' | 'unchanged' | 'skipped' | 'problem';
  /** Whom it is about: of a new person the id they would get; null where that is not known. */
  person: number | null;
  /** Their name as the store has it; of a new person, as the file has it. */
  name: string;
  /** Of those created or updated: each value that changes, `source` of the file, `target` of the store, null for none. */
  fields: FieldChange[];
  /** Of those created or updated. */
  change: RowChange | null;
}

/** All that a file would do, and what is wrong with it. */
export interface ImportCheck {
  mapping: Mapping;
  /** In the order of the file. */
  rows: ImportRow[];
  /** By line. */
  problems: Problem[];
  warnings: Warning[];
  counts: RowCounts;
  /** People who are active now, and afterwards. */
  seats: { used: number; after: number; limit: number | null };
}
