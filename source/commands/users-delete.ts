import { HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import { fullName } from '../model/user.ts';
import { type Deletion, deletionPhrase, describeDeletion } from '../people/deletion-text.ts';
import { deletePeople, examineDeletion, refuseDeletion } from '../session/delete-people.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { confirmPhrase, isMeant } from './confirm-phrase.ts';
import { errorBody } from './error-body.ts';
import { printAside, printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';

/** What nobody should learn only afterwards. */
const FOR_GOOD =
  'No undo brings a deleted account back, and runs that it was part of cannot be undone for it. A deactivated one can be activated again.';

/**
 * `users delete ID…`: deletes people at whom nothing points any more, once their phrase is given. Without the phrase it
 * tells what stands against it and what goes with the accounts, and deletes nobody.
 * @throws HandoverError `not-an-id`, `not-confirmed`, and what `deletePeople` throws
 */
export const usersDelete: Command = async (context, words, flags) => {
  const ids = words.map((word) => readId(word, 'ID'));
  const isDetaching = flags.isOn('detach');
  const session = await openSession(context);
  const deletions = await examineDeletion(ids, session, context);
  const refusal = refuseDeletion(deletions, isDetaching, session);
  const phrase = deletionPhrase(deletions.map(({ person }) => person));
  const told = deletions.flatMap((each) => describeDeletion(each, { isOn: isDetaching, how: 'say --detach' }));
  if (!context.json && (refusal !== null || !isMeant(flags.text('confirm'), [phrase], context))) {
    printAside(context, [...told, ...(refusal === null ? [FOR_GOOD] : []), '']);
  }
  try {
    if (refusal !== null) throw refusal;
    const lines = () => ['Type the phrase to go on, or only Enter to leave.'];
    await confirmPhrase({ phrase, what: 'deletion', lines }, context, flags.text('confirm'));
  } catch (error) {
    if (!context.json || !(error instanceof HandoverError)) throw error;
    printJson(context, { error: errorBody(error), people: deletions.map(brief) });
    return error.exitStatus;
  }
  await deletePeople(ids, isDetaching, session, context);
  if (context.json) {
    printJson(
      context,
      deletions.map(({ person, ties }) => ({ deleted: person.id, going: ties.going })),
    );
  } else printLines(context, [`${countOf(deletions.length, 'account')} deleted. The audit log tells who did it.`]);
  return 0;
};

function brief({ person, ties: { naming, merged, owned, going } }: Deletion) {
  return {
    id: person.id,
    name: fullName(person),
    naming: naming.map(({ label, count, by }) => ({ label, count, by: by.map(({ id }) => id) })),
    merged: merged.map(({ id }) => id),
    owned,
    going,
  };
}
