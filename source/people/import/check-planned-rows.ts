import type { Image } from '../../model/change.ts';
import { IMPORT_FIELDS } from '../../model/import-field.ts';
import type { MappingRules } from '../../model/mapping.ts';
import type { Problem } from '../../model/pair.ts';
import { blankPerson } from '../../model/person-of-image.ts';
import type { PlannedPair } from '../../model/plan.ts';
import type { User } from '../../model/user.ts';
import { checkDivisions } from './check-divisions.ts';
import { checkNames, namingsOf } from './check-names.ts';
import { type FileReading, plannedValuesCheck } from './check-planned-values.ts';
import { checkRights, rightsOf } from './check-rights.ts';
import { refuseSeatless } from './check-seats.ts';
import { takenCheck, uniqueFields } from './check-taken.ts';
import { addChange, type DraftRow, draftRow, entriesOf, heldValue, type PlaceOf, WHY } from './draft-row.ts';
import type { ImportContext } from './import-check.ts';

/** What rows that are planned already are held against. */
export type RowsContext = Pick<ImportContext, 'users' | 'names' | 'views' | 'operator' | 'view' | 'seats'> & {
  /** Of the mapping by which the file was read. */
  rules: Pick<MappingRules, 'emailCase'>;
  /** Ids of the people whom the same plan removes. */
  removed: ReadonlySet<number>;
  /** How the cells of their file were read; null: the rows put back what was there before, whatever it was. */
  reading: FileReading | null;
};

/** The row of a plan of an import, as the checks of a file take it. @param user as they are; null: somebody new */
export function draftOfPlanned({ line, fields, row }: PlannedPair, user: User | null): DraftRow {
  return { ...draftRow(line ?? 0), user, fields, becomes: row?.becomes ?? null };
}

/**
 * The same of a row that an undo puts back, by what it sets. Of somebody who goes nothing is set.
 * @param user as they are; null: nobody has that id
 */
export function draftOfImage(line: number | null, user: User | null, { id, user: patch = {} }: Image): DraftRow {
  const draft = { ...draftRow(line ?? 0), user };
  const after = { ...(user ?? blankPerson(id)), ...patch };
  for (const field of IMPORT_FIELDS) {
    if (field === 'User ID') continue;
    const [held, value] = [user === null ? null : heldValue(user, field), heldValue(after, field)];
    if (JSON.stringify(held) !== JSON.stringify(value)) addChange(draft, field, value, held, WHY.file);
  }
  if (user !== null && user.active !== after.active) draft.becomes = after.active ? 'active' : 'inactive';
  return draft;
}

/**
 * What speaks against rows that are planned already, by the rules that their file had to pass: whoever wrote the plan need
 * not have been handover, and the store may have changed since. The problems go into the rows.
 * @returns them all
 */
export function checkPlannedRows(rows: readonly DraftRow[], context: RowsContext): Problem[] {
  const { operator, rules, removed, reading } = context;
  const rights = rightsOf(context);
  const namings = namingsOf(context);
  const checkValues = reading === null ? null : plannedValuesCheck(reading);
  const users = context.users.filter(({ id }) => !removed.has(id));
  for (const row of rows) {
    checkValues?.(row, placeOf);
    checkRights(row, rights, placeOf);
    checkDivisions(row, operator, placeOf);
    // What was there before may always come back, though nothing of that name is there any more.
    if (reading !== null) checkNames(row, namings, placeOf);
  }
  const staying = rows.filter(({ user }) => user === null || !removed.has(user.id));
  const taken = takenCheck(staying, users, uniqueFields(rules.emailCase), placeOf);
  taken.refuseTwins();
  // A row that is refused frees nothing of what it would have given up.
  const refusals = [taken.refuseHeld, () => refuseSeatless(staying, users, context.seats, placeOf)];
  while (refusals.map((refuse) => refuse()).includes(true));
  return rows.flatMap(({ problems }) => problems);
}

/** A plan has no cells: the field stands for its column, and what it sets for the text. */
const placeOf: PlaceOf = ({ fields }, field) => {
  const source = fields.find((change) => change.field === field)?.source;
  return { column: field, text: entriesOf(source).join(', ') };
};
