import type { Catalogue } from '../model/catalogue.ts';
import { isNaming, namingFields } from '../model/naming-fields.ts';
import type { RecordsByType } from '../model/record.ts';
import type { Person, User } from '../model/user.ts';

/** What of the records of one person changes, so that they name another no more: all records of the types concerned. */
export interface ClearedReferences {
  person: number;
  /** Who is named no more. */
  of: number;
  before: RecordsByType;
  after: RecordsByType;
}

/**
 * The changes by which records that name somebody of `gone` name nobody: they stay, and lose nothing but the name. One
 * for each of `others` and each of `gone`, the next one resting on the one before. Pure.
 */
export function clearReferences(
  gone: readonly User[],
  others: Iterable<Person>,
  catalogue: Pick<Catalogue, 'types'>,
): ClearedReferences[] {
  const fields = namingFields(catalogue);
  const changes: ClearedReferences[] = [];
  for (const other of others) {
    let records = other.records;
    for (const person of gone) {
      const naming = Object.entries(records).filter(([, held]) => held.some((each) => isNaming(each, person, fields)));
      if (naming.length === 0) continue;
      const before = Object.fromEntries(naming);
      const after = Object.fromEntries(naming.map(([type, held]) => [type, held.map((each) => without(each, person))]));
      changes.push({ person: other.id, of: person.id, before, after });
      records = { ...records, ...after };
    }
  }
  return changes;

  function without(record: RecordsByType[string][number], { id }: User): RecordsByType[string][number] {
    const names = [...fields].filter((field) => record[field] === id);
    return { ...record, ...Object.fromEntries(names.map((field) => [field, null])) };
  }
}
