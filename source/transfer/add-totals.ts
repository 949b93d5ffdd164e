import { NO_RECORDS, type RecordCounts } from '../model/change.ts';
import type { PlannedPair } from '../model/plan.ts';

const COUNTED = Object.keys(NO_RECORDS) as (keyof RecordCounts)[];

/** Adds to `totals`, which it changes, what one pair does. */
export function addTotals(totals: RecordCounts, changes: PlannedPair['changes']): void {
  for (const change of Object.values(changes)) {
    for (const name of COUNTED) totals[name] += change[name];
  }
}
