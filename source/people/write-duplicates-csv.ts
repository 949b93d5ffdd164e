import { guardFormula } from '../csv/formula-guard.ts';
import { writeRows } from '../csv/write-rows.ts';
import { nameAndId } from '../model/user.ts';
import type { Duplicate } from './find-duplicates.ts';

/**
 * Those of `found` that can be merged at one go: nobody stands in two of them, the more certain ones first.
 * @param found the most certain first
 */
export function pickApart(found: readonly Duplicate[]): Duplicate[] {
  const taken = new Set<number>();
  return found.filter(({ source, target }) => {
    if (taken.has(source.id) || taken.has(target.id)) return false;
    taken.add(source.id).add(target.id);
    return true;
  });
}

/**
 * Writes pairs as a CSV file that a merge takes as it is: From User ID and To User ID first, then what helps to look
 * through them. Never replaces a file without `force`.
 * @returns how many pairs
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writeDuplicatesCsv(
  pairs: readonly Duplicate[],
  out: string,
  options: { force?: boolean } = {},
): Promise<number> {
  const rows = pairs.map(({ source, target, score, reasons }) => [
    ...[String(source.id), String(target.id), String(score), reasons.join('; ')].map(guardFormula),
    ...[nameAndId(source), nameAndId(target)].map(guardFormula),
  ]);
  const headings = ['From User ID', 'To User ID', 'Score', 'Reason', 'Is merged', 'Into'];
  return (await writeRows(out, [headings, ...rows], options)) - 1;
}
