import type { Catalogue } from '../../model/catalogue.ts';
import type { TypeChange } from '../../model/change.ts';
import type { Plan } from '../../model/plan.ts';
import type { TableRow } from '../parts/data-table.tsx';

/** A row for each data type that the plan touches, over all its pairs, in the catalogue's order. */
export function typeRows({ pairs }: Plan, catalogue: Catalogue): TableRow[] {
  return catalogue.types.flatMap(({ id, label, rule }) => {
    const changes = pairs.flatMap(({ changes: each }) => each[id] ?? []);
    if (changes.length === 0) return [];
    const sum = (...names: (keyof TypeChange)[]) =>
      String(
        changes.reduce((total, change) => total + names.reduce((part, name) => part + Number(change[name]), 0), 0),
      );
    const moves = sum('combined', 'summed', 'derived');
    return [
      { cells: [`${label} (${rule})`, moves, sum('replaced'), sum('deduplicated'), sum('kept'), sum('skipped')] },
    ];
  });
}
