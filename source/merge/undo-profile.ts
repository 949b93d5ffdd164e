import { isDeepStrictEqual } from 'node:util';
import type { UndoChange } from '../model/change.ts';
import { fieldValue, patchFields, type UserPatch } from '../model/profile-field.ts';
import type { Person, ProfileValue } from '../model/user.ts';

/** What of one person's profile a run changed, and the person as they are. */
export interface ProfileHistory {
  before: UserPatch;
  after: UserPatch;
  now: Person;
}

export interface ProfileUndo {
  /** What is to be set; null: nothing. */
  source: UserPatch | null;
  target: UserPatch | null;
  /** Null: all of it is as it was before the run. */
  change: UndoChange | null;
}

/** What of two profiles is put back. */
export interface ProfileWish {
  /** The fields of the profile. */
  fields: boolean;
  /** The mark "merged into" of the source. */
  mark: boolean;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
}

/**
 * Puts back what a merge did to two profiles, field by field: one that somebody has changed since stays as it is, unless
 * `overwriteChanged`. One that is as before already counts as changed, for whoever brought it back may be undone in turn;
 * with `overwriteChanged` it is taken as put back.
 */
export function undoProfile(source: ProfileHistory, target: ProfileHistory, wish: ProfileWish): ProfileUndo {
  const { overwriteChanged } = wish;
  const sides = [undoSide(source, wish), undoSide(target, wish)] as const;
  const [returned, restored] = [sides[0].back, sides[1].back];
  const already = sides[0].already + sides[1].already;
  const altered = sides[0].altered + sides[1].altered;
  const changed = altered + already;
  if (returned + restored + changed === 0) return { source: null, target: null, change: null };
  const isNothing = returned + restored === 0;
  const spared = changed === 0 ? 'put-back' : isNothing ? 'left-alone' : 'partly';
  const change: UndoChange = {
    returned,
    restored,
    removed: 0,
    changed,
    overwritten: overwriteChanged ? altered : 0,
    outcome: overwriteChanged ? (altered > 0 ? 'overwritten' : 'put-back') : spared,
    stuck: 0,
    ...(already > 0 ? { already } : {}),
  };
  return { source: sides[0].patch, target: sides[1].patch, change };
}

/** The same of one person: how many fields go back, were altered since, or are back already. */
export function undoSide({ before, after, now }: ProfileHistory, { fields, mark, overwriteChanged }: ProfileWish) {
  const was: Person = { ...now, ...before };
  const left: Person = { ...now, ...after };
  const wanted = touchedFields(was, left).filter((field) => (field === MERGED_INTO ? mark : fields));
  const open = wanted.filter((field) => !isDeepStrictEqual(valueIn(now, field), valueIn(was, field)));
  const altered = open.filter((field) => !isDeepStrictEqual(valueIn(now, field), valueIn(left, field)));
  const back = overwriteChanged ? open : open.filter((field) => !altered.includes(field));
  return {
    back: back.length,
    altered: altered.length,
    already: wanted.length - open.length,
    patch: back.length === 0 ? null : patchOf(now, was, back),
  };
}

/** The mark of a merged source, and the state of an account, stand among the fields, under names that no column has. */
const MERGED_INTO = 'mergedInto';
const ACTIVE = 'active';

function touchedFields(was: Person, left: Person): string[] {
  const names = [
    'First Name',
    'Last Name',
    'Email',
    'Login',
    ...Object.keys(was.profile),
    ...Object.keys(left.profile),
  ];
  const touched = [...new Set(names)].filter((field) => !isDeepStrictEqual(valueIn(was, field), valueIn(left, field)));
  if (was.mergedInto !== left.mergedInto) touched.push(MERGED_INTO);
  if (was.active !== left.active) touched.push(ACTIVE);
  return touched;
}

function valueIn(person: Person, field: string): ProfileValue | number | null | undefined {
  if (field === MERGED_INTO) return person.mergedInto;
  return field === ACTIVE ? person.active : fieldValue(person, field);
}

function patchOf(now: Person, was: Person, fields: readonly string[]): UserPatch {
  const ofProfile = fields.filter((field) => field !== MERGED_INTO && field !== ACTIVE);
  const patch = patchFields(now, new Map(ofProfile.map((field) => [field, fieldValue(was, field)])));
  // As it was, the order of its columns too.
  if (isDeepStrictEqual(patch.profile, was.profile)) patch.profile = was.profile;
  if (fields.includes(MERGED_INTO)) patch.mergedInto = was.mergedInto;
  if (fields.includes(ACTIVE)) patch.active = was.active;
  return patch;
}
