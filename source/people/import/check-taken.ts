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

/** Checks one unique field over all rows. @param rows those that are not blank */
export function takenCheck(
  rows: readonly DraftRow[],
  users: readonly User[],
  unique: UniqueField,
  placeOf: PlaceOf,
): TakenCheck {
  const { field, code, noun, keyOf } = unique;
  const keyed = (value: unknown) => (typeof value === 'string' ? keyOf(value) || null : null);
  const wantedBy = (row: DraftRow) => keyed(changeOf(row, field)?.source);
  const isAsked = rows.some((row) => changeOf(row, field) !== undefined);
  const rowOf = new Map<number, DraftRow>();
  if (isAsked) for (const row of rows) if (row.user !== null) rowOf.set(row.user.id, row);
  let holders: Map<string, User[]> | null = null;

  const isFreed = (user: User, key: string) => {
    const row = rowOf.get(user.id);
    return row !== undefined && isGood(row) && changeOf(row, field) !== undefined && wantedBy(row) !== key;
  };
  const refuse = (row: DraftRow, holder: User) => {
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

  return {
    refuseTwins() {
      if (!isAsked) return;
      const groups = new Map<string, DraftRow[]>();
      for (const row of rows) {
        const change = changeOf(row, field);
        const key =
          change === undefined ? (row.user === null ? null : keyed(heldValue(row.user, field))) : wantedBy(row);
        if (key === null) continue;
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [row]);
        else group.push(row);
      }
      for (const group of groups.values()) {
        if (group.length < 2 || group.every((row) => changeOf(row, field) === undefined)) continue;
        const first = group.slice(0, 6).map(({ line }) => line);
        for (const row of group) {
          if (row.problems.some((problem) => problem.code === code)) continue;
          const { column, text } = placeOf(row, field);
          const others = first.filter((line) => line !== row.line);
          const message = `“${cutText(text, 60)}” is on ${listLines(others, group.length - 1)} as well.`;
          addProblem(row, { column, text }, code, message, `Give each person a ${noun} of their own.`);
        }
      }
    },
    refuseHeld() {
      if (!isAsked) return false;
      const wanting = rows.filter((row) => isGood(row) && !row.isUnknown && wantedBy(row) !== null);
      if (wanting.length === 0) return false;
      let isAny = false;
      holders ??= Map.groupBy(users, (user) => keyed(heldValue(user, field)) ?? '');
      const claims = new Map(wanting.map((row) => [wantedBy(row) ?? '', row]));
      const queue = [...wanting];
      for (let row = queue.pop(); row !== undefined; row = queue.pop()) {
        const key = wantedBy(row) ?? '';
        if (!isGood(row)) continue;
        const { user } = row;
        const holder = holders.get(key)?.find((one) => one.id !== user?.id && !isFreed(one, key));
        if (holder === undefined) continue;
        refuse(row, holder);
        isAny = true;
        // What this row would have given up is not free after all.
        const claim = user === null ? undefined : claims.get(keyed(heldValue(user, field)) ?? '');
        if (claim !== undefined) queue.push(claim);
      }
      return isAny;
    },
  };
}
