import { numberText } from '../../model/number-text.ts';
import { PAIR_LIMIT } from '../../model/pair.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';

/** What a merge is. */
export const ABOUT_MERGING: readonly string[] = [
  'A merge makes one profile of two. The destination is kept and gets what you choose; the source stays, too, and is marked.',
  `No account is deleted; what of the destination would be replaced is told before, and every merge can be undone. A file may hold up to ${numberText(PAIR_LIMIT)} pairs.`,
];

/** What to do for a bulk transfer, or a file of merges, step by step. */
export function bulkSteps(state: State): string[] {
  const isMerge = operationNow(state) === 'merge';
  const what = isMerge ? 'somebody is to be merged into another' : 'data is to be transferred';
  return [
    '1. Download the export. It lists all users, active and inactive.',
    `2. In a spreadsheet, fill in To User ID where ${what}. Change nothing else, least of all From User ID; keep it a CSV file.`,
    '3. Upload the edited file here. You see every row before anything happens.',
    `Rows with an empty To User ID are left alone. Up to ${numberText(PAIR_LIMIT)} pairs at a time; one source to one target.`,
  ];
}
