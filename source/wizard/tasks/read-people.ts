import type { StorePort } from '../../model/ports.ts';
import { makePeopleSearch } from '../../people/search-people.ts';
import type { World } from '../world.ts';

/** Everybody in the store, as lists, pickers and sentences have them. */
export async function readPeople(store: StorePort): Promise<Pick<World, 'users' | 'byId' | 'search'>> {
  const users = await store.users();
  return { users, byId: new Map(users.map((user) => [user.id, user])), search: makePeopleSearch(users) };
}
