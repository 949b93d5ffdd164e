import { isDeepStrictEqual } from 'node:util';
import { type Image, NO_UNDO, type UndoChange } from '../model/change.ts';
import { blankPerson } from '../model/person-of-image.ts';
import type { UserPatch } from '../model/profile-field.ts';
import type { Person } from '../model/user.ts';
import { undoSide } from './undo-profile.ts';

/** What the row of an import did to its person, and the person as they are; null: nobody has that id. */
export interface RowHistory {
  before: Image;
  after: Image;
  person: Person | null;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
  /** Whether others point at the person: a record of theirs names them, or their account was merged into it. */
  isNamed: () => boolean;
}

export interface RowUndo {
  before: Image;
  after: Image;
  /** Null: all is as it was before the row. */
  change: UndoChange | null;
}

/**
 * Takes back what a row of an import did, field by field, as far as it is still as the row left it. Somebody whom it
 * X whom an undo had removed comes back, if nobody has that id by now.
 */
export function undoRow({ before, after, person, overwriteChanged, isNamed }: RowHistory): RowUndo {
  const { id } = after;
  const untouched = { before: { id, records: {} }, after: { id, records: {} } };
  if (before.exists === false) return undoCreation(after, person, overwriteChanged, isNamed);
  if (after.exists === false) {
    if (person !== null) return { ...untouched, change: leftAlone(true) };
    const user = before.user ?? {};
    return {
      before: { id, records: {}, exists: false },
      after: { id, records: {}, user },
      change: { ...NO_UNDO, restored: 1, outcome: 'put-back', stuck: 0 },
    };
  }
  if (person === null) return { ...untouched, change: leftAlone(true) };
  const history = { before: before.user ?? {}, after: after.user ?? {}, now: person };
  const { back, altered, already, patch } = undoSide(history, { fields: true, mark: false, overwriteChanged });
  const changed = altered + already;
  if (back + changed === 0) return { ...untouched, change: null };
  const outcome = overwriteChanged
    ? altered > 0
      ? 'overwritten'
      : 'put-back'
    : changed === 0
      ? 'put-back'
      : back === 0
        ? 'left-alone'
        : 'partly';
  const change: UndoChange = {
    ...NO_UNDO,
    restored: back,
    changed,
    overwritten: overwriteChanged ? altered : 0,
    outcome,
    stuck: 0,
    ...(already > 0 ? { already } : {}),
  };
  if (patch === null) return { ...untouched, change };
  const names = Object.keys(patch) as (keyof UserPatch)[];
  const former = Object.fromEntries(names.map((name) => [name, person[name]]));
  return { before: { id, records: {}, user: former }, after: { id, records: {}, user: patch }, change };
}

function undoCreation(
  after: Image,
  person: Person | null,
  overwriteChanged: boolean,
  isNamed: RowHistory['isNamed'],
): RowUndo {
  const { id } = after;
  const untouched = { before: { id, records: {} }, after: { id, records: {} } };
  if (person === null) return { ...untouched, change: null };
  const { id: _id, records, ...user } = person;
  const { id: _blank, records: _none, ...created } = { ...blankPerson(id), ...after.user };
  const isOwner = Object.values(records).some((held) => held.length > 0);
  const isHeld = isOwner || person.mergedInto !== created.mergedInto || isNamed();
  const isChanged = isHeld || !isDeepStrictEqual(user, created);
  if (isHeld || (isChanged && !overwriteChanged)) return { ...untouched, change: leftAlone(isHeld) };
  return {
    before: { id, records: {}, user },
    after: { id, records: {}, exists: false },
    change: {
      ...NO_UNDO,
      removed: 1,
      changed: isChanged ? 1 : 0,
      overwritten: isChanged ? 1 : 0,
      outcome: isChanged ? 'overwritten' : 'put-back',
      stuck: 0,
    },
  };
}

function leftAlone(isStuck: boolean): UndoChange {
  return { ...NO_UNDO, changed: 1, outcome: 'left-alone', stuck: isStuck ? 1 : 0 };
}
