import type { StorePort } from '../model/ports.ts';
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
  const [users, { names, views, settings }, timeZones] = await Promise.all([
    store.users(),
    store.info(),
    readTimeZones(context),
  ]);
  const lastId = await findLastId(store);
  const { seats, sendsActivationMail } = settings;
  const today = context.clock.now().toISOString().slice(0, 10);
  return { users, lastId, names, views, operator, view, timeZones, seats, sendsActivationMail, today };
}

/** The highest ID in the runs of `store`: that of whom an undo removed must not come to mean somebody else. */
async function findLastId(store: StorePort): Promise<number> {
  let last = 0;
  for (const { id } of await store.runs()) {
    for (const { source, target } of (await store.run(id))?.pairs ?? []) last = Math.max(last, source, target);
  }
  return last;
}
