import { editDistance } from '../people/edit-distance.ts';

/**
 * The one of `names` that `typed` was probably meant to be, or null where none is near: about a third of its
 * letters left out, added, replaced or swapped with their neighbour, or a beginning of it; in whatever case.
 */
function nearestName(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of names) {
    const lower = name.toLowerCase();
    // People seldom miss the first letter: it decides between two that are equally near.
    const handicap = lower[0] === wanted[0] ? 0 : 0.25;
    const distance = wanted.length > 1 && lower.startsWith(wanted) ? 0.5 : editDistance(wanted, lower) + handicap;
    if (distance < least && distance < Math.max(1, name.length / 3) + 0.5) {
      nearest = name;
      least = distance;
    }
  }
  return nearest;
}

/** "Did you mean plan?", or null where none of `names` is near. @param dashes what stands before a name */
export function askIfMeant(typed: string, names: readonly string[], dashes: '' | '--'): string | null {
  const name = nearestName(typed, names);
  return name === null ? null : `Did you mean ${dashes}${name}?`;
}
