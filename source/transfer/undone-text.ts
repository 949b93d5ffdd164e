import { ACTIVE } from '../merge/change-profile.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { NOBODY, type Plan, type PlannedPair, type RowCounts } from '../model/plan.ts';
import { undoCountsText } from '../model/undo-counts-text.ts';
import { countUndone } from './count-undone.ts';
import { rootOperation } from './root-operation.ts';

/** How many accounts become active again, or inactive, those of people who come or go not among them. */
export type AccountCounts = Pick<RowCounts, 'reactivated' | 'deactivated'>;

/** What the undo of an import does, in numbers. */
export interface RowsBackCounts extends AccountCounts {
  /** Values of people that are put back. */
  values: number;
  /** People whom the import had created and who go. */
  removed: number;
  /** People who come back, where an undo is undone. */
  returned: number;
  /** Values, or people, that changed since and are put back all the same. */
  overwritten: number;
}

/** The numbers of rows that are put back; of accounts, as far as the values of the rows are told. Pure. */
export function countRowsBack(pairs: readonly Pick<PlannedPair, 'source' | 'undo' | 'fields'>[]): RowsBackCounts {
  const counts: RowsBackCounts = { values: 0, reactivated: 0, deactivated: 0, removed: 0, returned: 0, overwritten: 0 };
  for (const { source, undo, fields } of pairs) {
    const account = fields.find(({ field, taken }) => field === ACTIVE && taken === 'source');
    if (account !== undefined) counts[account.source === true ? 'reactivated' : 'deactivated'] += 1;
    for (const { restored, removed, overwritten } of Object.values(undo)) {
      counts[source.fingerprint === NOBODY ? 'returned' : 'values'] += restored;
      counts.removed += removed;
      counts.overwritten += overwritten;
    }
  }
  return counts;
}

/** "5 values put back, 1 person DEACTIVATED, 2 people REMOVED, 1 person brought back, 1 OVERWRITTEN"; '' where nothing is. */
export function rowsBackText({
  values,
  reactivated,
  deactivated,
  removed,
  returned,
  overwritten,
}: RowsBackCounts): string {
  const people = (count: number) => countOf(count, 'person', 'people');
  return [
    ...(values === 0 ? [] : [`${countOf(values, 'value')} put back`]),
    ...(reactivated === 0 ? [] : [`${people(reactivated)} active again`]),
    ...(deactivated === 0 ? [] : [`${people(deactivated)} DEACTIVATED`]),
    ...(removed === 0 ? [] : [`${people(removed)} REMOVED`]),
    ...(returned === 0 ? [] : [`${people(returned)} brought back`]),
    ...(overwritten === 0 ? [] : [`${numberText(overwritten)} OVERWRITTEN`]),
  ].join(', ');
}

/**
 * What the undo of a row of an import did to its person: "removed", "brought back", "5 values put back, 1 OVERWRITTEN",
 * "2 values put back, DEACTIVATED", "nothing put back".
 */
export function rowBackText(pair: Pick<PlannedPair, 'source' | 'undo' | 'fields'>): string {
  const { removed, returned, reactivated, deactivated, ...values } = countRowsBack([pair]);
  const others = rowsBackText({ ...values, removed: 0, returned: 0, reactivated: 0, deactivated: 0 });
  const parts = [
    removed === 0 ? '' : 'removed',
    returned === 0 ? '' : 'brought back',
    others,
    reactivated === 0 ? '' : 'active again',
    deactivated === 0 ? '' : 'DEACTIVATED',
  ];
  return parts.filter((part) => part !== '').join(', ') || 'nothing put back';
}

/** What the plan of an undo puts back: "122 returned, 47 restored"; of an import "5 values put back, 2 people REMOVED". */
export function undoneText(plan: Plan): string {
  if (rootOperation(plan) !== 'import') return undoCountsText(countUndone(plan.pairs));
  return rowsBackText(countRowsBack(plan.pairs)) || 'nothing put back';
}
