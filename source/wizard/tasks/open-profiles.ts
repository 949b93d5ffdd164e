import { HandoverError } from '../../errors.ts';
import type { StorePort } from '../../model/ports.ts';
import type { MergedPeople } from '../merge-state.ts';

/** Both people of a merge with all that they own, as the store has them. @throws HandoverError `unknown-user` */
export async function openProfiles(source: number, target: number, store: StorePort): Promise<MergedPeople> {
  const people = await store.people([source, target]);
  const find = (id: number) => {
    const person = people.get(id);
    if (person !== undefined) return person;
    throw new HandoverError('problems', 'unknown-user', `User ${id} is gone.`, 'Go back and pick somebody else.');
  };
  return { source: find(source), target: find(target) };
}
