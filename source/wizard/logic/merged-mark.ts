import { nameAndId, type User } from '../../model/user.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';

/** Into whom an account was merged, by which run and on which day, as far as that is known. */
interface Mark {
  /** "was merged into Jenny Andrews (21) on 2026-03-02". */
  text: string;
  run: string | null;
}

/** The mark of an account that was merged (C23); null: it was not, or that was undone. */
export function markOf({ world }: State, { id, mergedInto }: User): Mark | null {
  if (mergedInto === null) return null;
  const target = world.byId.get(mergedInto);
  const name = target === undefined ? `user ${mergedInto}` : nameAndId(target);
  const run = world.donePairs.merge.get(pairKey(id, mergedInto)) ?? null;
  const day = world.runs.find((each) => each.id === run)?.startedAt.slice(0, 10);
  return { text: `was merged into ${name}${day === undefined ? '' : ` on ${day}`}`, run };
}

/** Why somebody who was merged cannot be this side of a merge (A56), in a few words; null: nothing is against it. */
export function whyNotMergedAgain(state: State, side: 'source' | 'target', user: User): string | null {
  const mark = operationNow(state) === 'merge' ? markOf(state, user) : null;
  if (mark === null) return null;
  const isBack = state.mode === 'merge' && user.mergedInto === state.chosen.source;
  return side === 'source' || isBack ? `${mark.text} already` : null;
}

/** What can be done instead of merging somebody once more, a sentence. */
export function cureOfMark(state: State, user: User): string {
  const run = markOf(state, user)?.run ?? null;
  const undo = run === null ? '' : `, or undo that merge first (History, run ${run})`;
  return `Pick the account that is kept${undo}.`;
}

/** What to know of somebody who was merged and is picked all the same, a sentence; null: nothing. */
export function sayMark(state: State, side: 'source' | 'target', user: User): string | null {
  const mark = markOf(state, user);
  if (mark === null) return null;
  const what =
    side === 'target'
      ? 'what this account gets now does not reach the other one.'
      : 'what is still with this account can be transferred.';
  return `${nameAndId(user)} ${mark.text}: ${what}`;
}
