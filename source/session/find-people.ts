import { HandoverError } from '../errors.ts';
import { isInView, type Permission, permissionLabel } from '../model/operator.ts';
import { accessLabel, nameAndId, type Person } from '../model/user.ts';
import type { Session } from './open-session.ts';

/**
 * The people of `ids`, each once, whom this operator may change by hand: regular ones within the view.
 * @throws HandoverError `not-permitted`, `unknown-user`, `out-of-view`, `privileged-user`
 */
export async function findPeople(
  ids: readonly number[],
  permission: Permission,
  { store, operator, view }: Session,
): Promise<Person[]> {
  if (!operator.permissions.includes(permission)) {
    throw new HandoverError(
      'not-permitted',
      'not-permitted',
      `${operator.login} lacks the permission "${permissionLabel(permission)}".`,
      'Ask an administrator for it, or work as another operator with --as LOGIN.',
    );
  }
  await store.refresh();
  const people = await store.people(ids);
  return [...new Set(ids)].map((id) => {
    const person = people.get(id);
    if (person === undefined) {
      const hint = 'Find the ID with: handover users --inactive --query NAME';
      throw new HandoverError('usage', 'unknown-user', `Nobody has the user ID ${id}.`, hint);
    }
    if (!isInView(person, view)) {
      const message = `${nameAndId(person)} is outside the view "${view?.name}" of ${operator.login}.`;
      throw new HandoverError('not-permitted', 'out-of-view', message, 'Ask somebody whose view includes this person.');
    }
    if (person.access !== 'user') {
      const message = `${nameAndId(person)} is a ${accessLabel(person.access)}; handover leaves privileged people alone.`;
      throw new HandoverError('not-permitted', 'privileged-user', message, 'Leave this person out.');
    }
    return person;
  });
}
