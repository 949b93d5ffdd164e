import { permissionError } from '../model/permission-error.ts';
import { findMapping } from '../people/import/find-mapping.ts';
import { actorOf } from './actor-of.ts';
import type { Context } from './context.ts';
import { listMappings } from './list-mappings.ts';
import type { Session } from './open-session.ts';
import { fixed } from './save-mapping.ts';
import { writeStore } from './write-store.ts';

/**
 * Deletes a saved mapping from the store; journalled and logged with who did it. Plans that were made with it keep it.
 * @throws HandoverError `not-permitted`, `unknown-mapping`, `fixed-mapping` for a preset, `store-held`, and what writing
 * throws
 */
export async function deleteMapping(name: string, session: Session, context: Context): Promise<void> {
  const refusal = permissionError(session.operator, 'assign-user-roles');
  if (refusal !== null) throw refusal;
  await writeStore(session, context, 'deleting a mapping', async (writer) => {
    const { mapping, isPreset } = findMapping(name, await listMappings(session, context));
    if (isPreset) throw fixed(mapping.name);
    const at = context.clock.now().toISOString();
    await writer.append([{ kind: 'mapping-deleted', ...actorOf(session.operator, context), name: mapping.name, at }]);
  });
}
