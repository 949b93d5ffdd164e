import { permissionError } from '../model/permission-error.ts';
import type { Settings } from '../model/store-data.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';
import { writeStore } from './write-store.ts';

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
  const refusal = permissionError(session.operator, 'transfer-user-data');
  if (refusal !== null) throw refusal;
  await writeStore(session, context, 'changing settings', async (writer) => {
    const at = context.clock.now().toISOString();
    await writer.append([{ kind: 'settings-changed', ...actorOf(session.operator, context), settings, at }]);
  });
  return (await session.store.info()).settings;
}
