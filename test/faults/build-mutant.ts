import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import type { Mutant } from './mutants.ts';
import type { StoreRoom } from './store-room.ts';

/**
 * Bundles the store with the fault of `mutant`, or without one, into `folder`, and gives it.
 * @throws Error where a text that is to be replaced does not occur exactly once: the store has changed, and the mutant
 * must follow
 */
export async function buildMutant(mutant: Mutant | null, folder: string): Promise<StoreRoom> {
  const outfile = path.join(folder, 'store-room.mjs');
  const file = mutant === null ? null : path.join(import.meta.dirname, '..', '..', 'source', 'store', mutant.file);
  let contents: string | null = null;
  if (mutant !== null && file !== null) contents = mutate(await readFile(file, 'utf8'), mutant);
  await build({
    entryPoints: [path.join(import.meta.dirname, 'store-room.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'silent',
    plugins: [
      {
        name: 'mutant',
        setup(plugin) {
          plugin.onLoad({ filter: /[\\/]source[\\/]store[\\/]/ }, (args) =>
            args.path === file && contents !== null ? { contents, loader: 'ts' } : null,
          );
        },
      },
    ],
  });
  const { REAL_STORE } = (await import(pathToFileURL(outfile).href)) as { REAL_STORE: StoreRoom };
  return REAL_STORE;
}

function mutate(text: string, { name, file, edits }: Mutant): string {
  let mutated = text;
  for (const { find, replace } of edits) {
    const times = mutated.split(find).length - 1;
    if (times !== 1) throw new Error(`"${name}": ${times} times in ${file}, where it must be once: ${find}`);
    mutated = mutated.replace(find, () => replace);
  }
  return mutated;
}
