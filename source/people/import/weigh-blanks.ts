import { isErased, WHY } from './draft-row.ts';
import type { ImportCheck } from './import-check.ts';
import { sortByWeight } from './sort-by-weight.ts';

/** How many values of existing people would go, were both policies `erase`. */
export interface EraseWeight {
  /** Of the cells that are blank. */
  blanks: number;
  /** Of the fields without a column in the file, those that weigh most first. */
  missing: readonly { field: string; values: number }[];
  /** Rows with a problem, of which nothing is counted. */
  problems: number;
}

/** What a check of the rows under two policies `erase` says of them (X13). */
export function weighBlanks({ rows, counts: { problems } }: Pick<ImportCheck, 'rows' | 'counts'>): EraseWeight {
  let blanks = 0;
  const counts = new Map<string, number>();
  for (const { fields } of rows) {
    for (const change of fields) {
      if (!isErased(change)) continue;
      const { field, why } = change;
      if (why === WHY.blank) blanks += 1;
      else counts.set(field, (counts.get(field) ?? 0) + 1);
    }
  }
  const missing = [...counts].map(([field, values]) => ({ field, values }));
  return { blanks, missing: sortByWeight(missing), problems };
}
