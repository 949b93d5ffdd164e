import { countOf, cutText, makeFinding, WHOLE_FILE } from '../../model/finding.ts';
import type { Warning } from '../../model/pair.ts';
import { nameAndId } from '../../model/user.ts';
import type { DraftRow } from './draft-row.ts';
import { gainedRights } from './gained-rights.ts';

const MOST_NAMED = 3;

/** Who may do or see more afterwards: how many, and the first of them with what they gain. At most one warning. */
export function warnGained(rows: readonly DraftRow[]): Warning[] {
  const gaining: { row: DraftRow; what: string }[] = [];
  let count = 0;
  for (const row of rows) {
    const gained = gainedRights(row);
    if (gained.length === 0) continue;
    count += 1;
    if (count > MOST_NAMED) continue;
    const parts = gained.map(({ field, entries }) => (entries.length === 0 ? field : `${field} ${entries.join('; ')}`));
    gaining.push({ row, what: cutText(parts.join(', '), 120) });
  }
  if (count === 0) return [];
  const named = gaining.map(({ row, what }) => `${whoIs(row)}: ${what}`).join('. ');
  const rest = count > MOST_NAMED ? `. And ${countOf(count - MOST_NAMED, 'more row')}` : '';
  const message = `By ${countOf(count, 'row')} somebody gains roles, scope, views or divisions. ${named}${rest}.`;
  return [makeFinding(WHOLE_FILE, 'rights-gained', message, 'Make sure that they are meant to have these.')];
}

/** New people by their line: no store knows their names yet, and so nobody could take them out of the sentence. */
function whoIs({ user, line }: DraftRow): string {
  return user === null ? `Line ${line} (new)` : nameAndId(user);
}
