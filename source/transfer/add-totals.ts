import { NO_RECORDS, NO_UNDO, type RecordCounts, type UndoCounts } from '../model/change.ts';
import type { PlannedPair } from '../model/plan.ts';

const COUNTED = Object.keys(NO_RECORDS) as (keyof RecordCounts)[];
const COUNTED_BACK = Object.keys(NO_UNDO) as (keyof UndoCounts)[];

/** Adds to `totals`, which it changes, what one pair does. */
export function addTotals(
  totals: RecordCounts & UndoCounts,
  { changes, undo }: Pick<PlannedPair, 'changes' | 'undo'>,
): void {
  for (const change of Object.values(changes)) {
    for (const name of COUNTED) totals[name] += change[name];
  }
  for (const change of Object.values(undo)) {
    for (const name of COUNTED_BACK) totals[name] += change[name];
  }
}
