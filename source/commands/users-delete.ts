import { nameAndId } from '../model/user.ts';
import { checkDeletable, type Deletable, deletePeople } from '../session/delete-people.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { confirmPhrase } from './confirm-phrase.ts';
import { countText } from './describe-findings.ts';
import { printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';

/**
 * `users delete ID…`: deletes people at whom nothing points any more, once their phrase is given.
 * @throws HandoverError `not-an-id`, `not-confirmed`, and what `deletePeople` throws
 */
export const usersDelete: Command = async (context, words, flags) => {
  const ids = words.map((word) => readId(word, 'ID'));
  const session = await openSession(context);
  const people = await checkDeletable(ids, session, context);
  const lines = () => [
    ...people.flatMap(describe),
    'They are deleted for good: no undo brings them back, and runs that they were part of cannot be undone for them.',
    'Type the phrase to go on, or only Enter to leave.',
  ];
  const phrase = `DELETE ${people.length}`;
  await confirmPhrase({ phrase, what: 'deletion', lines }, context, flags.text('confirm'));
  await deletePeople(ids, session, context);
  if (context.json)
    printJson(
      context,
      people.map(({ person, going }) => ({ deleted: person.id, going })),
    );
  else {
    printLines(context, [
      ...people.flatMap(describe),
      `${countText(people.length, 'account')} deleted. The audit log tells who did it.`,
    ]);
  }
  return 0;
};

function describe({ person, going }: Deletable): string[] {
  return [nameAndId(person), ...going.map(({ label, count }) => `  ${label} ${count}, which goes with the account`)];
}
