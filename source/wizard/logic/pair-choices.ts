import { countOf } from '../../model/finding.ts';
import { NOTHING_TAKEN, type Taken } from '../../model/merge-choices.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { begin, goTo } from '../navigate.ts';
import type { State } from '../state.ts';

interface Ids {
  source: number;
  target: number;
}

/** What was chosen by hand for one pair of a file of merges; null: nothing, it goes by the policy. */
export function handOf({ mode, merge }: State, { source, target }: Ids): Taken | null {
  return mode === 'bulk-merge' ? (merge.file.byHand[pairKey(source, target)] ?? null) : null;
}

/** With what `change` makes of what was chosen by hand for a pair of the file; where nothing is left of it, it is forgotten. */
export function withHand(state: State, key: string, change: (taken: Taken) => Taken): State {
  const { merge } = state;
  const { [key]: before = NOTHING_TAKEN, ...others } = merge.file.byHand;
  const taken = change(before);
  const isLeft = Object.keys(taken.fields).length + Object.keys(taken.courses).length > 0;
  const byHand = isLeft ? { ...others, [key]: taken } : others;
  return { ...state, notice: null, merge: { ...merge, file: { ...merge.file, byHand } } };
}

/** At the fields of one pair of a file of merges, its people being read. */
export function openPair(state: State, { source, target }: Ids): State {
  const merge = { ...state.merge, pair: { source, target }, fieldCursor: 0, courseCursor: 0 };
  return goTo({ ...state, merge }, 'fields');
}

/** With both people of the pair that is looked into being read, where it is one of a file. */
export function readPair(state: State): State {
  const { pair } = state.merge;
  if (state.mode !== 'bulk-merge' || pair === null) return state;
  return begin(state, { kind: 'open-profiles', ...pair });
}

/** Back where the pair was opened. */
export function leavePair(state: State): State {
  const start = state.trail.indexOf('fields');
  return { ...state, trail: state.trail.slice(0, start), overlay: null, notice: null, scroll: 0 };
}

/** "Last Name, Rank; in 2 courses": what was chosen by hand. */
export function handText({ fields, courses }: Taken): string {
  const count = Object.keys(courses).length;
  const parts = [Object.keys(fields).join(', '), count === 0 ? '' : countOf(count, 'course')];
  return parts.filter((part) => part !== '').join('; ');
}
