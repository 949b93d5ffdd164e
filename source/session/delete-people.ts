import { HandoverError } from '../errors.ts';
import { nameAndId, type Person } from '../model/user.ts';
import { findTies, type Tie, type Ties } from '../people/find-ties.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { findPeople } from './find-people.ts';
import { listCovered } from './list-covered.ts';
import type { Session } from './open-session.ts';
import { writeStore } from './write-store.ts';

/** Somebody who can be deleted, and what goes with the account. */
export interface Deletable {
  person: Person;
  going: Tie[];
}

/** Kinds of data that a refusal names. */
const MOST_NAMED = 6;

/**
 * The people of `ids`, each of whom can be deleted: nothing points at them, and they own nothing that nobody else has.
 * @throws HandoverError what `findPeople` throws; `still-needed` with what stands against it
 */
export async function checkDeletable(ids: readonly number[], session: Session, context: Context): Promise<Deletable[]> {
  const people = await findPeople(ids, 'users-delete', session);
  const { store, catalogue } = session;
  const everybody = [...(await store.people((await store.users()).map(({ id }) => id))).values()];
  const checked: Deletable[] = [];
  for (const person of people) {
    const ties = findTies(person, everybody, catalogue, await listCovered(person, session, context));
    if (ties.pointing.length + ties.owned.length > 0) throw stillNeeded(person, ties);
    checked.push({ person, going: ties.going });
  }
  return checked;
}

/**
 * Deletes people, all of them or none, with what goes with their accounts. Journalled with all that they were, and logged
 * with who did it. Everybody is checked once more on the store as it is then.
 * @throws HandoverError what `checkDeletable` throws; `store-held`, and what writing throws
 */
export async function deletePeople(ids: readonly number[], session: Session, context: Context): Promise<void> {
  await writeStore(session, context, 'to delete people', async (writer) => {
    const people = await checkDeletable(ids, session, context);
    const actor = actorOf(session.operator, context);
    const at = context.clock.now().toISOString();
    await writer.append(
      people.map(({ person }) => ({ kind: 'person-deleted', ...actor, person: person.id, before: person, at })),
    );
  });
}

function stillNeeded(person: Person, { pointing, owned }: Ties): HandoverError {
  const parts = [
    ...(pointing.length === 0 ? [] : [`others name this person in: ${tiesText(pointing)}`]),
    ...(owned.length === 0 ? [] : [`this person alone owns: ${tiesText(owned)}`]),
  ];
  return new HandoverError(
    'problems',
    'still-needed',
    `${nameAndId(person)} cannot be deleted: ${parts.join('; ')}.`,
    owned.length === 0
      ? 'Take out there what names this person first; or deactivate the account: handover users deactivate ID'
      : 'Transfer or merge first what is owned; or deactivate the account: handover users deactivate ID',
  );
}

/** "Contacts 4, Badges 2 and 3 kinds more". */
function tiesText(ties: readonly Tie[]): string {
  const named = ties.slice(0, MOST_NAMED).map(({ label, count }) => `${label} ${count}`);
  const rest = ties.length - named.length;
  return `${named.join(', ')}${rest > 0 ? ` and ${rest} ${rest === 1 ? 'kind' : 'kinds'} more` : ''}`;
}
