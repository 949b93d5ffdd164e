import path from 'node:path';
import type { Mapping } from '../model/mapping.ts';
import { type NamedMapping, nameMappings } from '../people/import/find-mapping.ts';
import { parseMapping } from '../people/import/parse-mapping.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';
import { readText } from './read-text.ts';

const PRESETS = ['calabrio.json', 'symbiant.json', 'docebo.json'];

/** The mappings that ship. @throws HandoverError `unreadable`, `broken-mapping` */
export async function readPresets({ dataFolder }: Pick<Context, 'dataFolder'>): Promise<Mapping[]> {
  return Promise.all(
    PRESETS.map(async (name) => {
      const file = path.join(dataFolder, 'presets', name);
      return parseMapping(await readText(file, 'mapping'), file);
    }),
  );
}

/** The presets and what the store keeps as it is now. @throws HandoverError `unreadable`, `broken-mapping` */
export async function listMappings(
  { store }: Pick<Session, 'store'>,
  context: Pick<Context, 'dataFolder'>,
): Promise<NamedMapping[]> {
  const [presets, { mappings }] = await Promise.all([readPresets(context), store.info()]);
  return nameMappings(presets, mappings);
}
