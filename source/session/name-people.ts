import { blankPerson } from '../model/person-of-image.ts';
import type { Run } from '../model/run.ts';
import type { User } from '../model/user.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * Everybody by id, for sentences about `run`: those of its people who are not there, or not any more, with the name that
 * its plan knows, as far as that can still be read.
 */
export async function namePeople(
  run: Pick<Run, 'id' | 'pairs'>,
  { store, veil }: Pick<Session, 'store' | 'veil'>,
): Promise<ReadonlyMap<number, User>> {
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  if (run.pairs.every(({ source, target }) => users.has(source) && users.has(target))) return users;
  const { location } = await store.info();
  const planned = (await readRunPlan(location, run.id).catch(() => null))?.pairs ?? [];
  for (const { id, name } of planned.flatMap(({ source, target }) => [source, target])) {
    if (!users.has(id)) users.set(id, { ...blankPerson(id), firstName: veil.name(id, name) });
  }
  return users;
}
