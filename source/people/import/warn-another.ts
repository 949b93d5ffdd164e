import { countOf, listLines, makeFinding, WHOLE_FILE } from '../../model/finding.ts';
import type { Warning } from '../../model/pair.ts';
import { nameAndId } from '../../model/user.ts';
import { becomesAnother } from './becomes-another.ts';
import type { DraftRow } from './draft-row.ts';

const MOST_NAMED = 3;

/** Whom the rows make somebody else of: how many, and the first of them. At most one warning. */
export function warnAnother(rows: readonly DraftRow[]): Warning[] {
  const others = rows.filter(({ fields }) => becomesAnother(fields));
  const [first] = others;
  if (first === undefined) return [];
  const named = others
    .slice(0, MOST_NAMED)
    .flatMap(({ user, line }) => (user === null ? [] : [`${nameAndId(user)} in line ${line}`]))
    .join(', ');
  const rest = others.length > MOST_NAMED ? ` and ${countOf(others.length - MOST_NAMED, 'more row')}` : '';
  const where =
    others.length === 1
      ? `In line ${first.line} a person becomes`
      : `In ${countOf(others.length, 'row')} (${listLines(others.map(({ line }) => line))}) the person becomes`;
  const message = `${where} somebody else: first and last name change, and the address, the login or the Employee ID with them. This is about ${named}${rest}.`;
  const cure =
    'Make sure that no column has slipped by a row, User ID above all: each row changes the person of its ID.';
  return [makeFinding(WHOLE_FILE, 'somebody-else', message, cure)];
}
