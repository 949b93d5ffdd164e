import { emailKey, loginKey } from '../../model/account-keys.ts';
import { cutText, listLines } from '../../model/finding.ts';
import type { MappingRules } from '../../model/mapping.ts';
import type { ProblemCode } from '../../model/pair.ts';
import { nameAndId, type User } from '../../model/user.ts';
import { addProblem, changeOf, type DraftRow, heldValue, isGood, type PlaceOf } from './draft-row.ts';

/** A field of which no two people may have the same value. */
export interface UniqueField {
  field: 'Email' | 'Login';
  code: ProblemCode;
  noun: string;
  /** The form in which two values are compared. */
  keyOf(value: string): string;
}

/** The fields of an import that no two people share. */
export function uniqueFields(emailCase: MappingRules['emailCase']): UniqueField[] {
  return [
    { field: 'Email', code: 'duplicate-email', noun: 'address', keyOf: (email) => emailKey(email, emailCase) },
    { field: 'Login', code: 'duplicate-login', noun: 'login', keyOf: loginKey },
  ];
}

/** Refuses values that two people would have. */
export interface TakenCheck {
  /** Refuses the rows that share a value with another row of the file, unless all of them have it already. */
  refuseTwins(): void;
  /**
   * Refuses the rows whose value somebody has who keeps it. What a good row gives up is free for another: two may swap.
   * To be called again whenever rows became bad since.
   * @returns whether it refused any
   */
  refuseHeld(): boolean;
}

/** One unique field in all rows. */
interface Column extends Omit<UniqueField, 'keyOf'> {
  /** The form in which a value is compared; null: none. */
  keyed(value: unknown): string | null;
  /** What the row sets the field to, so; null: nothing. */
  wantedBy(row: DraftRow): string | null;
  /** Who has which value now, so. Made when first asked for. */
  holders(): ReadonlyMap<string, readonly User[]>;
}

/** Checks the unique fields that the rows change. @param rows those that are not blank */
export function takenCheck(
  rows: readonly DraftRow[],
  users: readonly User[],
  uniques: readonly UniqueField[],
  placeOf: PlaceOf,
): TakenCheck {
  const columns = uniques
    .filter(({ field }) => rows.some((row) => changeOf(row, field) !== undefined))
    .map((unique) => columnOf(unique, users));
  const rowOf = new Map<number, DraftRow>();
  if (columns.length > 0) for (const row of rows) if (row.user !== null) rowOf.set(row.user.id, row);

  const isFreed = (user: User, key: string, { field, wantedBy }: Column) => {
    const row = rowOf.get(user.id);
    return row !== undefined && isGood(row) && changeOf(row, field) !== undefined && wantedBy(row) !== key;
  };
  const refuse = (row: DraftRow, holder: User, { field, code, noun }: Column) => {
    const { column, text } = placeOf(row, field);
    const other = rowOf.get(holder.id);
    const kept =
      other !== undefined && changeOf(other, field) !== undefined && !isGood(other)
        ? `, who keeps it as line ${other.line} has a problem of its own`
        : '';
    const message = `“${cutText(text, 60)}” is the ${noun} of ${nameAndId(holder)}${kept}.`;
    const cure = `Write another ${noun}, or say in User ID that the row is about ${nameAndId(holder)}.`;
    addProblem(row, { column, text }, code, message, cure);
  };
  const findHolder = (row: DraftRow, column: Column) => {
    const key = column.wantedBy(row);
    if (key === null) return undefined;
    return column
      .holders()
      .get(key)
      ?.find((one) => one.id !== row.user?.id && !isFreed(one, key, column));
  };

  return {
    refuseTwins() {
      for (const column of columns) for (const group of groupTwins(rows, column)) refuseGroup(group, column, placeOf);
    },
    refuseHeld() {
      const isWanting = (row: DraftRow) => columns.some(({ wantedBy }) => wantedBy(row) !== null);
      const queue = rows.filter((row) => isGood(row) && !row.isUnknown && isWanting(row));
      const claims = columns.map(({ wantedBy }) => new Map(queue.map((row) => [wantedBy(row) ?? '', row])));
      let isAny = false;
      for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
        if (!isGood(row)) continue;
        for (const column of columns) {
          const holder = findHolder(row, column);
          if (holder !== undefined) refuse(row, holder, column);
        }
        const { user } = row;
        if (isGood(row)) continue;
        isAny = true;
        if (user === null) continue;
        // What this row would have given up is not free after all.
        for (const [index, { field, keyed }] of columns.entries()) {
          const claim = claims[index]?.get(keyed(heldValue(user, field)) ?? '');
          if (claim !== undefined) queue.push(claim);
        }
      }
      return isAny;
    },
  };
}

function columnOf({ keyOf, ...unique }: UniqueField, users: readonly User[]): Column {
  const keyed = (value: unknown) => (typeof value === 'string' ? keyOf(value) || null : null);
  let holders: ReadonlyMap<string, readonly User[]> | null = null;
  return {
    ...unique,
    keyed,
    wantedBy: (row) => keyed(changeOf(row, unique.field)?.source),
    holders() {
      holders ??= Map.groupBy(users, (user) => keyed(heldValue(user, unique.field)) ?? '');
      return holders;
    },
  };
}

/** The rows that end with one value in common, where any of them gets it only now. */
function groupTwins(rows: readonly DraftRow[], { field, keyed, wantedBy }: Column): DraftRow[][] {
  const groups = new Map<string, DraftRow[]>();
  for (const row of rows) {
    const isKept = changeOf(row, field) === undefined;
    const key = isKept ? (row.user === null ? null : keyed(heldValue(row.user, field))) : wantedBy(row);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return [...groups.values()].filter(
    (group) => group.length > 1 && group.some((row) => changeOf(row, field) !== undefined),
  );
}

function refuseGroup(group: readonly DraftRow[], { field, code, noun }: Column, placeOf: PlaceOf): void {
  const first = group.slice(0, 6).map(({ line }) => line);
  for (const row of group) {
    if (row.problems.some((problem) => problem.code === code)) continue;
    const { column, text } = placeOf(row, field);
    const others = first.filter((line) => line !== row.line);
    const message = `“${cutText(text, 60)}” is on ${listLines(others, group.length - 1)} as well.`;
    addProblem(
      row,
      { column, text },
      code,
      message,
      `Give each person ${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun} of their own.`,
    );
  }
}
