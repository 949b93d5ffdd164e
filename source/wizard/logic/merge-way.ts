import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { openDuplicates } from './duplicates.ts';
import type { Logic } from './logic.ts';
import { startWay } from './start-way.ts';

/** The ways to merge. */
export const MERGE_ITEMS: readonly MenuItem<State['lastMerge']>[] = [
  { value: 'merge', label: 'Two profiles', detail: 'one into another, field by field' },
  { value: 'bulk-merge', label: 'Many merges', detail: 'at one time via a CSV file' },
  { value: 'duplicates', label: 'Find duplicates', detail: 'accounts that may be one person’s, to be merged' },
];

export const mergeWayLogic: Logic = {
  // Whoever comes back here has left the way that they were on.
  enter: (state) => ({ ...state, mode: null }),
  choose(before, value) {
    const chosen = MERGE_ITEMS.find((item) => item.value === value)?.value ?? 'merge';
    const state = { ...before, lastMerge: chosen };
    if (chosen === 'duplicates') return openDuplicates(state);
    // Found pairs are begun from their list; a file begins anew.
    const isFound = chosen === 'bulk-merge' && state.file.isFound;
    return startWay(isFound ? { ...state, drafts: state.drafts.filter((mode) => mode !== chosen) } : state, chosen);
  },
};
