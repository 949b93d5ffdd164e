import type { Plan } from '../../model/plan.ts';
import type { RunPair } from '../../model/run.ts';
import { countRows } from '../../transfer/count-rows.ts';

/** "12 created, 30 updated, 2 of them DEACTIVATED, 3 values ERASED": what an import has done, by the part of its plan. */
export function rowsDoneText({ pairs }: Pick<Plan, 'pairs'>): string {
  const { create, update, reactivated, deactivated, erasedValues } = countRows(pairs);
  return [
    `${create} created`,
    `${update} updated`,
    ...(reactivated === 0 ? [] : [`${reactivated} of them active again`]),
    ...(deactivated === 0 ? [] : [`${deactivated} of them DEACTIVATED`]),
    ...(erasedValues === 0 ? [] : [`${erasedValues === 1 ? '1 value' : `${erasedValues} values`} ERASED`]),
  ].join(', ');
}

/** What became of the person of a row that was done: ", created", ", updated and deactivated"; '' where it is not known. */
export function rowFates({ pairs }: Pick<Plan, 'pairs'>): (pair: RunPair) => string {
  const rows = new Map(pairs.map(({ source, row }) => [source.id, row]));
  return ({ source, state }) => {
    const row = rows.get(source);
    if (row === undefined || state !== 'done') return '';
    if (row.kind === 'create') return ', created';
    const becomes = row.becomes === undefined ? '' : row.becomes === 'active' ? ' and activated' : ' and deactivated';
    return `, updated${becomes}`;
  };
}
