import type { Permission } from '../model/operator.ts';
import { permissionError } from '../model/permission-error.ts';
import type { RootOperation } from '../model/plan.ts';
import type { Settings } from '../model/store-data.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';
import { writeStore } from './write-store.ts';

/** What an operator must be allowed to do who changes a setting: how many people there may be, and whom mail goes to, is an import's. */
const NEEDED: Record<keyof Settings, Permission | RootOperation> = {
  guest: 'import',
  keepCheckpoints: 'transfer',
  seats: 'import',
  sendsActivationMail: 'import',
};

/**
 * Changes settings of the store; journalled and logged with who did it.
 * @returns all settings as they are then
 * @throws HandoverError `not-permitted`, `store-held`, and what writing throws
 */
export async function changeSettings(
  settings: Partial<Settings>,
  session: Session,
  context: Context,
): Promise<Settings> {
  for (const [key, needed] of Object.entries(NEEDED)) {
    const refusal = key in settings ? permissionError(session.operator, needed) : null;
    if (refusal !== null) throw refusal;
  }
  await writeStore(session, context, 'changing settings', async (writer) => {
    const at = context.clock.now().toISOString();
    await writer.append([{ kind: 'settings-changed', ...actorOf(session.operator, context), settings, at }]);
  });
  return (await session.store.info()).settings;
}
