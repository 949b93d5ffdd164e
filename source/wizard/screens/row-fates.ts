import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { RunPair } from '../../model/run.ts';
import { countRows } from '../../transfer/count-rows.ts';
import { rowBackText } from '../../transfer/undone-text.ts';

/** "12 created, 30 updated, 2 of them DEACTIVATED, 3 values ERASED": what an import has done, by the part of its plan. */
export function rowsDoneText({ pairs }: Pick<Plan, 'pairs'>): string {
  const { create, update, reactivated, deactivated, erasedValues } = countRows(pairs);
  return [
    `${numberText(create)} created`,
    `${numberText(update)} updated`,
    ...(reactivated === 0 ? [] : [`${numberText(reactivated)} of them active again`]),
    ...(deactivated === 0 ? [] : [`${numberText(deactivated)} of them DEACTIVATED`]),
    ...(erasedValues === 0 ? [] : [`${countOf(erasedValues, 'value')} ERASED`]),
  ].join(', ');
}

/**
 * What became of the person of a row that was done: ", created", ", updated and deactivated"; of one that was put back
 * ", removed", ", 5 values put back". '' where it is not known, and of a pair.
 */
export function rowFates(plan: Plan | null): (pair: RunPair) => string {
  const rows = new Map(plan?.pairs.map((planned) => [planned.source.id, planned]));
  return ({ source, target, state }) => {
    const planned = rows.get(source);
    if (planned === undefined || state !== 'done' || source !== target) return '';
    const { row } = planned;
    if (row === undefined) return `, ${rowBackText(planned)}`;
    if (row.kind === 'create') return ', created';
    const becomes = row.becomes === undefined ? '' : row.becomes === 'active' ? ' and activated' : ' and deactivated';
    return `, updated${becomes}`;
  };
}
