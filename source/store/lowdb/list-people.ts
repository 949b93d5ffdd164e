import type { Person } from '../../model/user.ts';

/** Everybody by id. Whom an undo brings back comes into the store behind people with higher ids. */
export function listPeople(people: ReadonlyMap<number, Person>): Person[] {
  const all = [...people.values()];
  const isOrdered = all.every(({ id }, place) => place === 0 || (all[place - 1]?.id ?? 0) < id);
  return isOrdered ? all : all.sort((one, other) => one.id - other.id);
}
