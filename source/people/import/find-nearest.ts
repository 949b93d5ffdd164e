import { editDistance } from '../edit-distance.ts';
import { foldText } from '../fold-text.ts';

/** Longer texts are no slip of the pen, and to compare them takes long. */
const LONGEST = 100;

/**
 * The one of `names` that `typed` was probably meant to be, or null: the same but for letter case, accents and spaces,
 * else with at most a third of its letters different.
 */
export function findNearest(typed: string, names: readonly string[]): string | null {
  if (typed.length > LONGEST) return null;
  const wanted = foldText(typed).trim();
  if (wanted === '') return null;
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const name of names) {
    const folded = foldText(name);
    if (Math.abs(folded.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, folded);
    if (distance >= least) continue;
    nearest = name;
    least = distance;
  }
  return nearest;
}
