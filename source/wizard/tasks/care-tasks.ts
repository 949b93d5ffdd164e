import type { User } from '../../model/user.ts';
import type { Deletion } from '../../people/deletion-text.ts';
import { type Activity, changeActivity } from '../../session/change-activity.ts';
import { deletePeople, examineDeletion } from '../../session/delete-people.ts';
import { listEmptied } from '../../session/list-emptied.ts';
import type { EmptiedAccount } from '../care-state.ts';
import type { World } from '../world.ts';
import type { Desk } from './desk.ts';
import { readPeople } from './read-people.ts';
import { readOnlyError } from './run-tasks.ts';

/** Everybody as lists and sentences have them. */
type People = Pick<World, 'users' | 'byId' | 'search'>;

/** The emptied accounts as the store has them now. */
export async function readEmptied({ session }: Desk): Promise<EmptiedAccount[]> {
  await session.store.refresh();
  return listEmptied(session);
}

/** Closes accounts, or opens them again; gives everybody as they are then. @throws HandoverError why it cannot be */
export async function changeAccounts(ids: readonly number[], activity: Activity, desk: Desk): Promise<People> {
  refuseReadOnly(desk);
  await changeActivity(ids, activity, desk.session, desk.context);
  return readAnew(desk);
}

/** What hangs on somebody who is to be deleted. @throws HandoverError what `examineDeletion` throws */
export async function openDeletion(id: number, { session, context }: Desk): Promise<Deletion<User>> {
  const [deletion] = await examineDeletion([id], session, context);
  if (deletion === undefined) throw new Error(`Nobody was looked up for ${id}`);
  return deletion;
}

/** Deletes somebody; gives everybody who is left. @throws HandoverError why it cannot be */
export async function deletePerson(id: number, isDetaching: boolean, desk: Desk): Promise<People> {
  refuseReadOnly(desk);
  await deletePeople([id], isDetaching, desk.session, desk.context);
  return readAnew(desk);
}

async function readAnew({ session }: Desk): Promise<People> {
  await session.store.refresh();
  return readPeople(session.store);
}

function refuseReadOnly({ context }: Desk): void {
  if (context.isReadOnly) throw readOnlyError();
}
