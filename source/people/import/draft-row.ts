import type { FieldChange } from '../../model/change.ts';
import { makeFinding } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { Problem, ProblemCode } from '../../model/pair.ts';
import { fieldValue, isFilled } from '../../model/profile-field.ts';
import type { ProfileValue, User } from '../../model/user.ts';

/** One row of an import as far as it has been checked. */
export interface DraftRow {
  line: number;
  /** A blank row, or one that was left out. */
  isSkipped: boolean;
  /** Whom it is about; null: somebody new, or nobody knows. */
  user: User | null;
  /** Whether it could not be told whom it is about. */
  isUnknown: boolean;
  /** Every value that changes. */
  fields: FieldChange[];
  /** Whether the account of somebody known becomes active, or inactive. */
  becomes: 'active' | 'inactive' | null;
  /**
   * What of the state of the account is not as the row might seem to say: a date that stays though the row is blank there,
   * a later date on which nothing happens, 31 December 2999 where it stands already beside an inactive account.
   */
  note: 'kept' | 'later' | 'still-inactive' | null;
  problems: Problem[];
}

/** Where a value of a row stands: the heading of its column, and its text as the file has it. */
export type PlaceOf = (row: DraftRow, field: ImportField) => { column: string; text: string };

/** A row of which nothing is known yet. */
export function draftRow(line: number): DraftRow {
  return { line, isSkipped: false, user: null, isUnknown: false, fields: [], becomes: null, note: null, problems: [] };
}

/** Why a value changes, as the plan tells it. */
export const WHY = { file: 'in the file', blank: 'blank in the file', missing: 'not in the file' } as const;

/** Whether the row may become a part of a plan, as far as it has been checked. */
export function isGood({ isSkipped, problems }: DraftRow): boolean {
  return !isSkipped && problems.length === 0;
}

/** Whether the row would change or create somebody. */
export function isChanging({ user, fields }: DraftRow): boolean {
  return user === null || fields.length > 0;
}

/** Adds one change. @param held the value that the store has; null: none */
export function addChange(
  { fields }: DraftRow,
  field: ImportField,
  value: ProfileValue | null,
  held: ProfileValue | null,
  why: (typeof WHY)[keyof typeof WHY],
): void {
  fields.push({ field, source: value, target: held, taken: 'source', why });
}

/** Whether a value goes as the file says nothing; the day of an account that the file opens again is not erased (X15). */
export function isErased({ source, why }: FieldChange): boolean {
  return source === null && why !== WHY.file;
}

/** How many values go without another in their place. */
export function countErased({ fields }: DraftRow): number {
  let count = 0;
  for (const change of fields) if (isErased(change)) count += 1;
  return count;
}

/** What a row does to one field; undefined: nothing. */
export function changeOf({ fields }: Pick<DraftRow, 'fields'>, field: ImportField): FieldChange | undefined {
  return fields.find((change) => change.field === field);
}

/** The value of a person's field, what is empty counting as none; the state of the account for `Active?`. */
export function heldValue(user: User, field: ImportField): ProfileValue | null {
  if (field === 'Active?') return user.active;
  const value = fieldValue(user, field);
  return isFilled(value) ? value : null;
}

/** The value of a field once the row has been carried out. */
export function valueAfter(row: DraftRow, field: ImportField): ProfileValue | null {
  const change = changeOf(row, field);
  if (change !== undefined) return (change.source ?? null) as ProfileValue | null;
  return row.user === null ? null : heldValue(row.user, field);
}

/** The entries of a value: those of a list, or the text itself. */
export function entriesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? [value] : [];
}

/** Adds a problem with one value of the row. @param text what of the cell is wrong; all of it unless said */
export function addProblem(
  row: DraftRow,
  { column, text }: { column: string; text: string },
  code: ProblemCode,
  message: string,
  cure: string,
): void {
  row.problems.push(makeFinding({ line: row.line, column, value: text }, code, message, cure));
}
