import type { Catalogue } from './catalogue.ts';
import type { DataRecord } from './record.ts';
import type { User } from './user.ts';

/** The fields that name another person: one that does so in one kind of data does so in all, whatever their rule. */
export function namingFields({ types }: Pick<Catalogue, 'types'>): ReadonlySet<string> {
  return new Set(types.flatMap(({ otherPerson }) => otherPerson ?? []));
}

/** Whether a record names this person in one of `fields`. */
export function isNaming(record: DataRecord, { id }: Pick<User, 'id'>, fields: ReadonlySet<string>): boolean {
  return [...fields].some((field) => record[field] === id);
}
