import type { State } from '../state.ts';

/** "250 rows: 4 pairs, 2 problems, 244 skipped, 1 warning". */
export function countsText({ file, preview }: State): string {
  const { match } = preview;
  if (file.loaded === null || match === null) return '';
  const many = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const parts = [many(match.pairs.length, 'pair'), many(match.problems.length, 'problem'), `${match.skipped} skipped`];
  if (match.warnings.length > 0) parts.push(many(match.warnings.length, 'warning'));
  return `${many(file.loaded.rows.length, 'row')}: ${parts.join(', ')}`;
}

/** What an empty table means, and where to go from it. */
export function emptyText({ file, preview }: State): string {
  if (file.loaded?.rows.length === 0) return 'The file has no rows. Esc goes back to choose another one.';
  return preview.filter === 'problems'
    ? 'No row has a problem: c continues, f shows all rows.'
    : 'No row is a pair: f shows all rows, Enter gives one a target.';
}
