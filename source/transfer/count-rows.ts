import type { PlannedPair, RowCounts } from '../model/plan.ts';

/** What the rows of an import that are to run come to. */
export type RunnableRows = Pick<RowCounts, 'create' | 'update' | 'reactivated' | 'deactivated' | 'erasedValues'>;

/** Counts the rows of an import that are to run, by what each does. Pure. */
export function countRows(pairs: readonly Pick<PlannedPair, 'row'>[]): RunnableRows {
  const counts: RunnableRows = { create: 0, update: 0, reactivated: 0, deactivated: 0, erasedValues: 0 };
  for (const { row } of pairs) {
    if (row === undefined) continue;
    counts[row.kind] += 1;
    counts.erasedValues += row.erased;
    if (row.becomes === 'active') counts.reactivated += 1;
    if (row.becomes === 'inactive') counts.deactivated += 1;
  }
  return counts;
}
