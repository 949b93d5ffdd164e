import { startAudited } from '../audit/start-audited.ts';
import type { StoreWriter } from '../model/ports.ts';
import { clearUnbegun } from '../worker/clear-unbegun.ts';
import { refuseSecondRun } from './begin-run.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';

/**
 * Does something to the store as its one writer, in this process, and lets go of it; clears away first what broken-off
 * starts of runs have left.
 * @param doing what others are told meanwhile: "changing settings"
 * @throws HandoverError `store-held` where a run is at work or somebody else writes; what `work` throws
 */
export async function writeStore<T>(
  session: Session,
  context: Context,
  doing: string,
  work: (writer: StoreWriter) => Promise<T>,
): Promise<T> {
  const { real: store, info, operator } = session;
  await store.refresh();
  await refuseSecondRun(store);
  const { host, pid, clock } = context;
  const holder = { login: operator.login, host, pid, since: clock.now().toISOString(), doing };
  const writer = await startAudited(store, holder, context);
  try {
    await clearUnbegun(info.location, new Set((await store.runs()).map(({ id }) => id)));
    return await work(writer);
  } finally {
    await writer.close();
  }
}
