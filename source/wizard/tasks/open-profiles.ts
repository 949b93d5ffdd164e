import { HandoverError } from '../../errors.ts';
import type { Person } from '../../model/user.ts';
import type { Session } from '../../session/open-session.ts';
import type { MergedPeople } from '../merge-state.ts';

/** Both people of a merge with all that they own, as they are shown. @throws HandoverError `unknown-user` */
export async function openProfiles(
  source: number,
  target: number,
  { store, veil }: Pick<Session, 'store' | 'veil'>,
): Promise<MergedPeople> {
  const people = await store.people([source, target]);
  const find = (id: number) => {
    const person = people.get(id);
    if (person !== undefined) return veil.cells(person);
    throw new HandoverError('problems', 'unknown-user', `User ${id} is gone.`, 'Go back and pick somebody else.');
  };
  return { source: find(source), target: find(target) };
}

/** Those of `ids` who exist, with all that they own, as they are shown, by id. */
export async function openCrowd(
  ids: readonly number[],
  { store, veil }: Pick<Session, 'store' | 'veil'>,
): Promise<Map<number, Person>> {
  return new Map([...(await store.people(ids))].map(([id, person]) => [id, veil.cells(person)]));
}
