import type { FieldChange, Image } from '../model/change.ts';
import { blankPerson } from '../model/person-of-image.ts';
import { fieldValue, isFilled, patchFields, type UserPatch } from '../model/profile-field.ts';
import type { Person, ProfileValue } from '../model/user.ts';

/** The field under which a change of the account's state stands among those of a row. */
export const ACTIVE = 'Active?';

/**
 * What one row of an import does: each of `fields` gets the value of its `source`, null or undefined being none, and
 * `Active?` the state of the account. All else of the person stays, their records too.
 * @param person as they are; null: the row creates them, with the id `id`
 * @throws Error where a value is not as a profile holds it
 */
export function changeProfile(
  person: Person | null,
  id: number,
  fields: readonly FieldChange[],
): { before: Image; after: Image } {
  const base = person ?? blankPerson(id);
  const values = new Map<string, ProfileValue | undefined>();
  let active = base.active;
  for (const { field, source } of fields) {
    if (field === ACTIVE) active = source === true;
    else values.set(field, heldValue(field, source));
  }
  const changed: UserPatch = { ...patchFields(base, values), ...(active === base.active ? {} : { active }) };
  if (person === null) {
    const { id: _id, records: _records, ...user } = { ...base, ...changed };
    return { before: { id, records: {}, exists: false }, after: { id, records: {}, user } };
  }
  const names = Object.keys(changed) as (keyof UserPatch)[];
  const former = Object.fromEntries(names.map((name) => [name, base[name]]));
  return { before: { id, records: {}, user: former }, after: { id, records: {}, user: changed } };
}

/** The value of a field as a row's change tells it; null: none, or nothing but spaces. */
export function storedValue(person: Person, field: string): ProfileValue | null {
  if (field === ACTIVE) return person.active;
  const value = fieldValue(person, field);
  return isFilled(value) ? value : null;
}

function heldValue(field: string, value: unknown): ProfileValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value;
  throw new Error(`the value of ${field} is neither text, nor true or false, nor a list of texts`);
}
