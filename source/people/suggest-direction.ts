import type { User } from '../model/user.ts';

/**
 * Which of two people is rather the one to be merged into the other: who is inactive; else who owns less; else of whom
 * less is known; else the younger account, by its id.
 * @param ownedBy how many records a person owns
 */
export function suggestDirection(
  one: User,
  other: User,
  ownedBy: (id: number) => number,
): { source: User; target: User } {
  const isSource =
    Number(one.active) - Number(other.active) ||
    ownedBy(one.id) - ownedBy(other.id) ||
    Object.keys(one.profile).length - Object.keys(other.profile).length ||
    other.id - one.id;
  return isSource < 0 ? { source: one, target: other } : { source: other, target: one };
}
