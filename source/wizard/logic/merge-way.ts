import type { MenuItem } from '../parts/menu.tsx';
import type { Logic } from './logic.ts';
import { startWay } from './start-way.ts';

/** The two ways to merge. */
export const MERGE_ITEMS: readonly MenuItem<'merge' | 'bulk-merge'>[] = [
  { value: 'merge', label: 'Two profiles', detail: 'one into another, field by field' },
  { value: 'bulk-merge', label: 'Many merges', detail: 'at one time via a CSV file' },
];

export const mergeWayLogic: Logic = {
  choose: (state, value) => startWay({ ...state, lastMerge: value }, value === 'bulk-merge' ? 'bulk-merge' : 'merge'),
};
