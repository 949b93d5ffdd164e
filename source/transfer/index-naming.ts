import type { Catalogue } from '../model/catalogue.ts';
import { namingFields } from '../model/naming-fields.ts';
import type { Person } from '../model/user.ts';

/** Whether others point at the person of that id: a record of theirs names them, or their account was merged into it. */
export type IsNamed = (id: number, catalogue: Pick<Catalogue, 'types'>) => boolean;

/** Whom `people` point at. All of them are looked through once, when it is first asked. */
export function indexNaming(people: Iterable<Person>): IsNamed {
  let named: ReadonlySet<number> | null = null;
  return (id, catalogue) => {
    named ??= findNamed(people, [...namingFields(catalogue)]);
    return named.has(id);
  };
}

function findNamed(people: Iterable<Person>, fields: readonly string[]): Set<number> {
  const named = new Set<number>();
  for (const { id, mergedInto, records } of people) {
    if (mergedInto !== null) named.add(mergedInto);
    for (const held of Object.values(records)) {
      for (const record of held) {
        for (const field of fields) {
          const other = record[field];
          if (typeof other === 'number' && other !== id) named.add(other);
        }
      }
    }
  }
  return named;
}
