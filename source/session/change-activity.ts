import { HandoverError } from '../errors.ts';
import { localDay } from '../model/local-day.ts';
import { numberText } from '../model/number-text.ts';
import type { UserPatch } from '../model/profile-field.ts';
import { nameAndId, type Person } from '../model/user.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { findPeople } from './find-people.ts';
import { type Session, unveiled } from './open-session.ts';
import { writeStore } from './write-store.ts';

/** What is done to accounts: they are closed, or opened again. */
export type Activity = 'deactivate' | 'activate';

/**
 * The people of `ids`, of whom nothing speaks against that.
 * @throws HandoverError what `findPeople` throws; `nothing-to-do` where somebody is so already; `no-seat-left` where more
 * would be active than the settings allow
 */
export async function checkActivity(ids: readonly number[], activity: Activity, session: Session): Promise<Person[]> {
  const people = await findPeople(ids, 'users-edit', session);
  const isActive = activity === 'activate';
  const done = people.find(({ active }) => active === isActive);
  if (done !== undefined) {
    const message = `${nameAndId(done)} is ${isActive ? 'active' : 'inactive'} already.`;
    throw new HandoverError('problems', 'nothing-to-do', message, 'Leave this person out.');
  }
  const { seats } = (await session.store.info()).settings;
  const active = (await session.store.users()).filter((user) => user.active).length;
  if (isActive && seats !== null && active + people.length > seats) {
    const message = `${numberText(active)} of ${numberText(seats)} seats are taken: there is none for ${numberText(people.length)} more.`;
    throw new HandoverError(
      'problems',
      'no-seat-left',
      message,
      'Deactivate somebody first, or raise the setting "seats".',
    );
  }
  return people;
}

/**
 * Closes accounts, or opens them again, all of them or none; the import column Deactivated says since when. Journalled
 * and logged with who did it. Everybody is checked once more on the store as it is then.
 * @throws HandoverError what `checkActivity` throws; `store-held`, and what writing throws
 */
export async function changeActivity(
  ids: readonly number[],
  activity: Activity,
  shown: Session,
  context: Context,
): Promise<void> {
  const session = unveiled(shown);
  await writeStore(session, context, `to ${activity} people`, async (writer) => {
    const people = await checkActivity(ids, activity, session);
    const now = context.clock.now();
    const at = now.toISOString();
    await writer.append(
      people.map((person) => {
        const after = patchOf(person, activity, localDay(now));
        const before = { active: person.active, profile: person.profile };
        return { kind: 'person-changed', ...actorOf(session.operator, context), person: person.id, before, after, at };
      }),
    );
  });
}

function patchOf({ profile }: Person, activity: Activity, day: string): UserPatch {
  const { Deactivated: _since, ...others } = profile;
  return activity === 'activate'
    ? { active: true, profile: others }
    : { active: false, profile: { ...others, Deactivated: day } };
}
