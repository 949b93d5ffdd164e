import type { State } from '../state.ts';
import { plannedFields, tabNow } from './review-tabs.ts';

/** The pair of a file of merges that the cursor of its review is on, or whose field it is; undefined on other tabs. */
export function pairHere(state: State): { source: number; target: number } | undefined {
  const { mode, plan, scroll } = state;
  const tab = tabNow(state);
  if (mode !== 'bulk-merge' || plan === null || (tab?.content !== 'pairs' && tab?.content !== 'fields'))
    return undefined;
  const at = Math.min(scroll, tab.count - 1);
  const pair = tab.content === 'pairs' ? plan.pairs[at] : plannedFields(state)[at]?.pair;
  return pair === undefined ? undefined : { source: pair.source.id, target: pair.target.id };
}

/** Back from a pair that was looked into: the cursor is on it again. */
export function atOpenedPair(state: State): State {
  const { plan, merge } = state;
  if (merge.pair === null) return state;
  const { source, target } = merge.pair;
  const place = plan?.pairs.findIndex((pair) => pair.source.id === source && pair.target.id === target) ?? -1;
  const scroll = tabNow(state)?.content === 'pairs' ? Math.max(0, place) : state.scroll;
  return { ...state, scroll, merge: { ...merge, pair: null } };
}
