import type { PairCounts } from '../model/journal.ts';

/** What became of a pair's records, all types together: "combined" → 12. */
export function sumCounts(counts: PairCounts): Map<string, number> {
  const sums = new Map<string, number>();
  for (const numbers of Object.values(counts)) {
    for (const [what, number] of Object.entries(numbers)) sums.set(what, (sums.get(what) ?? 0) + number);
  }
  return sums;
}

/** "ccrs: 4 combined, 3 kept; projects: 4 combined, 3 replaced". */
export function countsInWords(counts: PairCounts): string {
  const types = Object.entries(counts).map(([type, numbers]) => {
    const told = Object.entries(numbers).filter(([, number]) => number > 0);
    return { type, told: told.map(([what, number]) => `${number} ${what}`).join(', ') };
  });
  const known = types.filter(({ told }) => told !== '');
  return known.map(({ type, told }) => `${type}: ${told}`).join('; ');
}
