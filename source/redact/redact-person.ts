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

function redactValue(value: FieldValue, replace: ReplaceText): FieldValue {
  if (typeof value === 'string') return replace(value);
  return Array.isArray(value) ? value.map(replace) : value;
}

/** What a pair changes of a person, with stand-ins. */
export function redactImage(image: Image, replace: ReplaceText): Image {
  return {
    ...image,
    records: redactRecords(image.records, replace),
    ...(image.user === undefined ? {} : { user: redactPatch(image.id, image.user) }),
  };
}
