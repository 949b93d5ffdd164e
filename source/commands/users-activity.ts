import { HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import { nameAndId } from '../model/user.ts';
import { type Activity, changeActivity, checkActivity } from '../session/change-activity.ts';
import type { Context } from '../session/context.ts';
import { listEmptied } from '../session/list-emptied.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { confirmPhrase } from './confirm-phrase.ts';
import type { Flags } from './flags.ts';
import { printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';

/**
 * `users deactivate ID… | --emptied`: closes accounts, once their phrase is given.
 * @throws HandoverError `wrong-words`, `not-an-id`, `not-confirmed`, and what `changeActivity` throws
 */
export const usersDeactivate: Command = async (context, words, flags) => {
  if (flags.isOn('emptied') === words.length > 0) {
    const hint = 'Give the IDs of the people, or --emptied for all that "handover users --emptied" lists.';
    throw new HandoverError('usage', 'wrong-words', '"users deactivate" needs people, told in one way.', hint);
  }
  const session = await openSession(context);
  const ids = flags.isOn('emptied')
    ? (await listEmptied(session)).flatMap(({ person }) => (person.active ? person.id : []))
    : words.map((word) => readId(word, 'ID'));
  if (ids.length > 0) return change(ids, 'deactivate', context, flags);
  const message = 'No account is emptied and active.';
  throw new HandoverError('problems', 'nothing-to-do', message, 'Nothing needs to be deactivated.');
};

/**
 * `users activate ID…`: opens accounts again, once their phrase is given.
 * @throws HandoverError `not-an-id`, `not-confirmed`, and what `changeActivity` throws
 */
export const usersActivate: Command = async (context, words, flags) =>
  change(
    words.map((word) => readId(word, 'ID')),
    'activate',
    context,
    flags,
  );

async function change(ids: readonly number[], activity: Activity, context: Context, flags: Flags): Promise<number> {
  const session = await openSession(context);
  const people = await checkActivity(ids, activity, session);
  const phrase = `${activity.toUpperCase()} ${people.length}`;
  const lines = () => [
    ...people.map((person) => `  ${nameAndId(person)}`),
    activity === 'deactivate'
      ? 'They can sign in no more; what they own stays theirs.'
      : 'They can sign in again, and each takes a seat.',
    'Type the phrase to go on, or only Enter to leave.',
  ];
  const [only] = people;
  const whose = only === undefined || people.length > 1 ? countOf(people.length, 'account') : nameAndId(only);
  const what = `${activity === 'deactivate' ? 'deactivation' : 'activation'} of ${whose}`;
  await confirmPhrase({ phrase, what, lines }, context, flags.text('confirm'));
  await changeActivity(ids, activity, session, context);
  if (context.json) printJson(context, { [`${activity}d`]: people.map(({ id }) => id) });
  else {
    const back = activity === 'deactivate' ? 'activate' : 'deactivate';
    printLines(context, [
      `${countOf(people.length, 'account')} ${activity}d.`,
      `Take it back with: handover users ${back} ${people.map(({ id }) => id).join(' ')}`,
    ]);
  }
  return 0;
}
