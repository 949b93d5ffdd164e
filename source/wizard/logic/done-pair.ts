import { fullName, type User } from '../../model/user.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import type { State } from '../state.ts';

/** A pair that a run has carried already (A56). */
interface DonePair {
  /** "was transferred into Jenny Andrews already". */
  reason: string;
  /** What can be done instead, a sentence. */
  cure: string;
}

/** What speaks against `user` as the source of the transfer whose target is chosen: it is done already; null: it is not. */
export function donePairOf({ mode, chosen, world }: State, user: User): DonePair | null {
  const target = world.byId.get(chosen.target ?? 0);
  if (mode !== 'single' || target === undefined) return null;
  const run = world.donePairs.transfer.get(pairKey(user.id, target.id));
  if (run === undefined) return null;
  return {
    reason: `was transferred into ${fullName(target)} already`,
    cure: `Pick somebody else, or undo that transfer first (History, run ${run}).`,
  };
}
