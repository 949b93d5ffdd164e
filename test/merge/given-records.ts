import type { DataType } from '../../source/model/catalogue.ts';
import type { DataRecord, FieldValue, RecordsByType } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';
import { fc } from '../helpers/fast-check.ts';
import { givenPerson, STANDARD } from './given.ts';

const key = fc.constantFrom<FieldValue[]>('x', 'y', 1, '', null);

/** What the rules of a type look at, each with few values, so that the two people often have the same. */
function fieldsOf(type: DataType): Record<string, fc.Arbitrary<FieldValue>> {
  const fields: Record<string, fc.Arbitrary<FieldValue>> = { note: fc.constantFrom('one', 'two', 'three') };
  for (const { field, order } of type.best) {
    const values = Array.isArray(order) ? [...order.slice(0, 3), 'unheard of', null] : [1, 2, 3, '', null];
    fields[field] = fc.constantFrom<FieldValue[]>(...values);
  }
  for (const field of type.sum) fields[field] = fc.constantFrom<FieldValue[]>(1, 10, 100, null, 'many');
  for (const field of type.key) fields[field] ??= key;
  if (type.renumber !== null) Object.assign(fields, { [type.renumber.by]: fc.integer({ min: 1, max: 4 }) });
  if (type.otherPerson !== null) fields[type.otherPerson] = fc.constantFrom(19, 21, 30);
  for (const field of Object.keys(type.leaves ?? {})) fields[field] = fc.boolean();
  if (type.visibleThrough !== undefined) {
    fields[type.visibleThrough.field] = fc.oneof(fc.subarray(['x', 'y']), fc.constantFrom('x', ''));
  }
  for (const { derive } of STANDARD.types) {
    if (derive?.from === type.id) fields[derive.field] ??= fc.oneof(fc.constantFrom('x', ''), fc.subarray(['x', 'y']));
  }
  if (type.derive !== null) {
    fields[type.derive.field] = type.derive.method === 'count' ? fc.nat(5) : fc.constantFrom('x', 'y');
    fields.status = fc.constantFrom('active', 'in renewal', 'expired');
  }
  return fields;
}

const OF_TYPES = Object.fromEntries(
  STANDARD.types
    .filter(({ area }) => STANDARD.operations.merge.areas.includes(area))
    .map((type) => [type.id, fc.array(fc.record(fieldsOf(type), { requiredKeys: [] }), { maxLength: 5 })]),
);
const owned = fc.record({ ...OF_TYPES, unnamed: fc.array(fc.constant({ note: 'one' }), { maxLength: 2 }) });

/** A person with records of all that a merge is about, whose ids begin behind `first`. */
export function ownerOf(id: number, first: number): fc.Arbitrary<Person> {
  return owned.map((types) => {
    let last = first;
    const records: RecordsByType = {};
    for (const [type, held] of Object.entries(types)) {
      if (held.length === 0) continue;
      records[type] = held.map((fields): DataRecord => {
        last += 1;
        return { id: last, ...(fields as object) };
      });
    }
    return givenPerson(id, records);
  });
}
