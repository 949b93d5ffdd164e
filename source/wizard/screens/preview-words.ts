import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { State } from '../state.ts';

/** "250 rows: 4 pairs, 2 problems, 244 skipped, 1 warning". */
export function countsText({ file, preview }: State): string {
  const { match } = preview;
  if (file.loaded === null || match === null) return '';
  const parts = [
    countOf(match.pairs.length, 'pair'),
    countOf(match.problems.length, 'problem'),
    `${numberText(match.skipped)} skipped`,
  ];
  if (match.warnings.length > 0) parts.push(countOf(match.warnings.length, 'warning'));
  return `${countOf(file.loaded.rows.length, 'row')}: ${parts.join(', ')}`;
}

/** What an empty table means, and where to go from it. */
export function emptyText({ file, preview }: State): string {
  if (file.loaded?.rows.length === 0) return 'The file has no rows. Esc goes back to choose another one.';
  return preview.filter === 'problems'
    ? 'No row has a problem: c continues, f shows all rows.'
    : 'No row is a pair: f shows all rows, Enter gives one a target.';
}
