import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sentenceOf } from '../../source/errors.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { buildMutant } from './build-mutant.ts';
import { CHOSEN_CUTS } from './chosen-cuts.ts';
import { cutPower } from './cut-power.ts';
import { MUTANTS, type Mutant } from './mutants.ts';

/** Fixed: which mutant is caught where must not be a matter of luck. */
const SEED = 3;

/** What the chosen power cuts find or, where they find nothing, one round of all the others. */
async function judge(mutant: Mutant | null): Promise<string[]> {
  const room = await buildMutant(mutant, await tempFolder());
  const found: string[] = [];
  for (const [name, cut] of Object.entries(CHOSEN_CUTS)) {
    const folder = path.join(await tempFolder(), 'store');
    await mkdir(folder);
    await cut(room, folder).catch((error: unknown) => found.push(`${name}: ${sentenceOf(error)}`));
  }
  if (found.length > 0) return found;
  const { failures } = await cutPower({ room, folder: await tempFolder(), seed: SEED, rounds: 1, isQuick: true });
  return failures;
}

test('the store without a fault built in passes the power cuts that the mutants are put to', async () => {
  expect(await judge(null)).toEqual([]);
});

test.each(MUTANTS)('caught: $name', async (mutant) => {
  const found = await judge(mutant);
  expect(found).toContainEqual(expect.stringMatching(mutant.reason));
});
