import { HandoverError } from '../errors.ts';
import { OPERATIONS } from '../model/catalogue.ts';
import { countOf } from '../model/finding.ts';
import type { JournalEntry } from '../model/journal.ts';
import { isInView } from '../model/operator.ts';
import { permissionError } from '../model/permission-error.ts';
import { nameAndId, type Person } from '../model/user.ts';
import { clearReferences } from '../people/clear-references.ts';
import { type Deletion, isHeld, tieText, wayToCarry } from '../people/deletion-text.ts';
import { findTies, type Tie } from '../people/find-ties.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { findPeople } from './find-people.ts';
import { listHandedOver } from './list-handed-over.ts';
import { type Session, unveiled } from './open-session.ts';
import { writeStore } from './write-store.ts';

/**
 * What stands against deleting the people of `ids`, all of them together, and what would go with their accounts. Changes
 * nothing.
 * @throws HandoverError what `findPeople` and `listHandedOver` throw
 */
export async function examineDeletion(
  ids: readonly number[],
  session: Session,
  context: Context,
): Promise<Deletion<Person>[]> {
  const people = await findPeople(ids, 'users-delete', session);
  const others = await listOthers(people, session);
  const deletions: Deletion<Person>[] = [];
  for (const person of people) {
    const ties = findTies(person, others, session.catalogue, await listHandedOver(person, session, context));
    deletions.push({ person, ties });
  }
  return deletions;
}

/**
 * Why these people cannot be deleted now, or null.
 * @param isDetaching whether records of others that name them are to name nobody from then on
 * @returns an error `still-needed` with what stands against it, or, of others who may not be changed, `not-permitted` or
 * `out-of-view`
 */
export function refuseDeletion(
  deletions: readonly Deletion[],
  isDetaching: boolean,
  { operator, view }: Session,
): HandoverError | null {
  const held = deletions.find((deletion) => isHeld(deletion, isDetaching));
  if (held !== undefined) return stillNeeded(held, isDetaching);
  const others = deletions.flatMap(({ ties }) => ties.naming.flatMap(({ by }) => by));
  const outside = others.find((other) => !isInView(other, view));
  if (outside !== undefined) {
    const message = `${nameAndId(outside)}, whose records would have to change, is outside the view "${view?.name}" of ${operator.login}.`;
    return new HandoverError('not-permitted', 'out-of-view', message, 'Ask somebody whose view includes this person.');
  }
  return others.length === 0 ? null : permissionError(operator, 'users-edit');
}

/**
 * Deletes people, all of them or none, with what goes with their accounts. Journalled with all that they were, and logged
 * with who did it; no undo brings them back. Everybody is checked once more on the store as it is then.
 * @param isDetaching as for `refuseDeletion`; those changes are journalled before the deletions
 * @throws HandoverError what `examineDeletion` throws and `refuseDeletion` gives; `store-held`, and what writing throws
 */
export async function deletePeople(
  ids: readonly number[],
  isDetaching: boolean,
  shown: Session,
  context: Context,
): Promise<void> {
  const session = unveiled(shown);
  await writeStore(session, context, 'to delete people', async (writer) => {
    const deletions = await examineDeletion(ids, session, context);
    const refusal = refuseDeletion(deletions, isDetaching, session);
    if (refusal !== null) throw refusal;
    const people = deletions.map(({ person }) => person);
    const behind = { ...actorOf(session.operator, context), at: context.clock.now().toISOString() };
    const cleared = clearReferences(people, await listOthers(people, session), session.catalogue);
    const entries: JournalEntry[] = [
      ...cleared.map((change) => ({ kind: 'references-cleared' as const, ...behind, ...change })),
      ...people.map((before) => ({ kind: 'person-deleted' as const, ...behind, person: before.id, before })),
    ];
    await writer.append(entries);
  });
}

/** Everybody else, with their records. */
async function listOthers(people: readonly Person[], { store }: Session): Promise<Person[]> {
  const going = new Set(people.map(({ id }) => id));
  const staying = (await store.users()).map(({ id }) => id).filter((id) => !going.has(id));
  return [...(await store.people(staying)).values()];
}

function stillNeeded({ person, ties: { naming, merged, owned } }: Deletion, isDetaching: boolean): HandoverError {
  const pointing = [...(isDetaching ? [] : naming), ...mergedTies(merged.length)];
  const parts = [
    ...(pointing.length === 0 ? [] : [`others name this person in: ${tiesText(pointing)}`]),
    ...(owned.length === 0 ? [] : [`this person alone owns: ${tiesText(owned)}`]),
  ];
  const cures = [
    ...OPERATIONS.filter((operation) => owned.some(({ by }) => by === operation)).map(
      (operation) => `what a ${operation} can still carry: ${wayToCarry(person, operation)}`,
    ),
    ...(merged.length === 0 ? [] : ['delete the accounts merged into it first']),
    ...(isDetaching || naming.length === 0 ? [] : ['have the records of others name nobody, with --detach']),
  ].join('; ');
  return new HandoverError(
    'problems',
    'still-needed',
    `${nameAndId(person)} cannot be deleted: ${parts.join('; ')}.`,
    `${cures.slice(0, 1).toUpperCase()}${cures.slice(1)}.${person.active ? ` Or only close the account: handover users deactivate ${person.id}` : ''}`,
  );
}

function mergedTies(count: number): Tie[] {
  return count === 0 ? [] : [{ label: 'accounts merged into it', count }];
}

/** Kinds of data that a refusal names. */
const MOST_KINDS = 6;

/** "Contacts 4, Badges 2 and 3 kinds more". */
function tiesText(ties: readonly Tie[]): string {
  const rest = ties.length - MOST_KINDS;
  const named = ties.slice(0, MOST_KINDS).map(tieText).join(', ');
  return `${named}${rest > 0 ? ` and ${countOf(rest, 'kind')} more` : ''}`;
}
