import type { Image } from '../model/change.ts';
import { isFilled, type UserPatch } from '../model/profile-field.ts';
import type { DataRecord, FieldValue, RecordsByType } from '../model/record.ts';
import type { ProfileValue, User } from '../model/user.ts';
import { standInOf, standInValue, TELLING_COLUMNS } from './stand-in.ts';

/** Replaces the names in a text that people wrote. */
export type ReplaceText = (text: string) => string;

/** What of person `id` is known or changes, with stand-ins for what tells who it is; an empty value stays empty. */
export function redactPatch<Patch extends UserPatch>(id: number, patch: Patch): Patch {
  const standIn = standInOf(id);
  const shown: UserPatch = {};
  for (const name of ['firstName', 'lastName', 'login', 'email'] as const) {
    const value = patch[name];
    if (value !== undefined) shown[name] = value.trim() === '' ? value : standIn[name];
  }
  if (patch.profile !== undefined) shown.profile = redactProfile(id, patch.profile);
  return { ...patch, ...shown };
}

/** A person with stand-ins, records aside. */
export function redactUser<Someone extends User>(user: Someone): Someone {
  return redactPatch(user.id, user);
}

function redactProfile(id: number, profile: User['profile']): Record<string, ProfileValue> {
  const shown = { ...profile };
  for (const column of Object.keys(TELLING_COLUMNS)) {
    const standIn = standInValue(column, id);
    if (isFilled(shown[column]) && standIn !== null) shown[column] = standIn;
  }
  return shown;
}

/** `user` with the names in the cells of the profile replaced: people write into them who somebody reports to. */
export function redactCells<Someone extends User>(user: Someone, replace: ReplaceText): Someone {
  const cells = Object.entries(user.profile).map(([column, value]) => [column, redactValue(value, replace)]);
  return { ...user, profile: Object.fromEntries(cells) };
}

/** Records with the names in their texts replaced. */
export function redactRecords(records: RecordsByType, replace: ReplaceText): RecordsByType {
  return Object.fromEntries(
    Object.entries(records).map(([type, held]) => [type, held.map((record) => redactRecord(record, replace))]),
  );
}

function redactRecord(record: DataRecord, replace: ReplaceText): DataRecord {
  const fields = Object.entries(record).map(([name, value]) => [name, redactValue(value, replace)]);
  return { ...Object.fromEntries(fields), id: record.id };
}

function redactValue<Value extends FieldValue | ProfileValue>(value: Value, replace: ReplaceText) {
  if (typeof value === 'string') return replace(value);
  return Array.isArray(value) ? value.map((each: string) => replace(each)) : value;
}

/** What a pair changes of a person, with stand-ins. */
export function redactImage(image: Image, replace: ReplaceText): Image {
  return {
    ...image,
    records: redactRecords(image.records, replace),
    ...(image.user === undefined ? {} : { user: redactPatch(image.id, image.user) }),
  };
}
