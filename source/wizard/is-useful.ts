import { isHeld } from '../people/deletion-text.ts';
import { isUsefulForImport } from './import-useful.ts';
import type { Binding } from './key-binding.ts';
import { conflictNow } from './logic/conflicts.ts';
import { listedDuplicates } from './logic/duplicates.ts';
import { listedAccounts, meantAccounts } from './logic/emptied.ts';
import { handOf } from './logic/pair-choices.ts';
import { pairOfRow } from './logic/preview.ts';
import { pairHere } from './logic/review-pair.ts';
import { type TabContent, tabNow } from './logic/review-tabs.ts';
import { listedPairs, whyNotUndone } from './logic/run-pairs.ts';
import { tallyOf } from './logic/undo-review.ts';
import { undoneLast } from './logic/undone.ts';
import { type Place, placeNow, type State } from './state.ts';

/** Tabs of a review whose rows have a reason. */
const EXPLAINED: readonly TabContent[] = ['types', 'fields', 'courses'];

const CHOICE_STEPS: readonly Place[] = ['fields', 'courses'];

/** Whether a key that works where the operator is does anything at the moment; one that does not is not hinted. */
export function isUseful(state: State, { action }: Binding): boolean {
  const { plan, mode, reviewTab } = state;
  const isUsefulThere = isUsefulForImport(state, action);
  if (isUsefulThere !== null) return isUsefulThere;
  switch (action) {
    case 'records':
      if (plan === null || plan.pairs.length === 0) return false;
      return placeNow(state) === 'review' ? (tabNow(state)?.types.length ?? 0) > 0 : reviewTab === 0;
    case 'open-pair':
      if (placeNow(state) === 'conflicts') return conflictNow(state) !== undefined;
      return (placeNow(state) === 'preview' ? pairOfRow(state) : pairHere(state)) !== undefined;
    case 'as-proposed': {
      const pair = pairHere(state);
      return placeNow(state) !== 'review' || (pair !== undefined && handOf(state, pair) !== null);
    }
    case 'why':
      return placeNow(state) !== 'review' || EXPLAINED.includes(tabNow(state)?.content ?? 'pairs');
    case 'overwrite-changed':
      return (
        mode === 'undo' && plan !== null && (tallyOf(plan).overwritable > 0 || plan.undoOf?.overwriteChanged === true)
      );
    case 'enter':
      if (placeNow(state) === 'deletion') return !isDeletionHeld(state);
      if (placeNow(state) === 'emptied') return meantAccounts(state).length > 0;
      if (placeNow(state) === 'duplicates') return listedDuplicates(state).length + state.duplicates.chosen.size > 0;
      return placeNow(state) !== 'pairs' || listedPairs(state).length > 0;
    case 'undo-mending':
      return state.mendings.history.length > 0;
    case 'save-mended':
      return state.mendings.byLine.size > 0;
    case 'redo-mending':
      return undoneLast(state.undoneMendings, state.mendings) !== null;
    case 'take-back':
      return state.merge.past.length > 0;
    case 'toggle':
    case 'toggle-all':
      // For one pair of a file nothing is switched by itself; Space switches all of it only on the switch.
      if (CHOICE_STEPS.includes(placeNow(state)))
        return mode !== 'bulk-merge' && (action === 'toggle-all' || isOnSwitch(state));
      if (placeNow(state) === 'duplicates') return listedDuplicates(state).length > 0;
      return placeNow(state) !== 'emptied' || listedAccounts(state).length > 0;
    case 'left':
    case 'right':
      return placeNow(state) !== 'duplicates' || listedDuplicates(state).length > 0;
    case 'detach':
      return (state.care.deletion?.ties.naming.length ?? 0) > 0;
    case 'undo-pair':
      return whyNotUndone(state, listedPairs(state)[state.pairCursor]) === null;
    default:
      return true;
  }
}

function isDeletionHeld({ care: { deletion, isDetaching } }: State): boolean {
  return deletion !== null && isHeld(deletion, isDetaching);
}

function isOnSwitch({ merge, trail }: State): boolean {
  return (trail.at(-1) === 'courses' ? merge.courseCursor : merge.fieldCursor) === 0;
}
