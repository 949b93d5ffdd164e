import type { PlannedPair } from '../model/plan.ts';
import { countRows } from './count-rows.ts';

/**
 * The phrase to type before these rows of an import run: "IMPORT 12", and what of them cannot be seen again in the file:
 * "IMPORT 12 ERASE 3 DEACTIVATE 1" where 3 values are erased and 1 person is deactivated (X13).
 */
export function importPhrase(pairs: readonly Pick<PlannedPair, 'row'>[]): string {
  const { erasedValues, deactivated } = countRows(pairs);
  return [
    `IMPORT ${pairs.length}`,
    ...(erasedValues === 0 ? [] : [`ERASE ${erasedValues}`]),
    ...(deactivated === 0 ? [] : [`DEACTIVATE ${deactivated}`]),
  ].join(' ');
}
