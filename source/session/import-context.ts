import { localDay } from '../model/local-day.ts';
import type { ImportContext } from '../people/import/import-check.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';
import { readTimeZones } from './read-time-zones.ts';

/** What the rows of a file are compared with, as the store is now. @throws HandoverError `unreadable` */
export async function importContext(
  { real: store, operator, view }: Session,
  context: Pick<Context, 'dataFolder' | 'clock'>,
): Promise<ImportContext> {
  await store.refresh();
  const [users, { names, views, settings, lastId }, timeZones] = await Promise.all([
    store.users(),
    store.info(),
    readTimeZones(context),
  ]);
  const { seats, sendsActivationMail } = settings;
  const today = localDay(context.clock.now());
  return { users, lastId, names, views, operator, view, timeZones, seats, sendsActivationMail, today };
}
