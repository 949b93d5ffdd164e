import type { TypeChange } from '../../model/change.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { TouchedType } from '../logic/touched-types.ts';
import type { TableRow } from '../parts/data-table.tsx';

/** A row for each of `types`, its numbers summed over all pairs of the plan. */
export function typeRows({ pairs }: Plan, types: readonly TouchedType[]): TableRow[] {
  return types.map(({ id, label }) => {
    const changes = pairs.flatMap(({ changes: each }) => each[id] ?? []);
    const sum = (...names: (keyof TypeChange)[]) =>
      numberText(
        changes.reduce((total, change) => total + names.reduce((part, name) => part + Number(change[name]), 0), 0),
      );
    const counts = [sum('combined', 'summed'), sum('replaced'), sum('deduplicated'), sum('kept'), sum('skipped')];
    return { cells: [label, ...counts, sum('derived')] };
  });
}
