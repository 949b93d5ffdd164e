import { numberText } from '../model/number-text.ts';
import type { PlannedPair } from '../model/plan.ts';
import { isErased } from '../people/import/draft-row.ts';

const MOST_NAMED = 5;

/** What the row of an import does, short: "create", "update: Last Name, Rank; ERASED: Team; DEACTIVATE". */
export function rowSummary({ fields, row }: Pick<PlannedPair, 'fields' | 'row'>): string {
  if (row?.kind === 'create') return 'create';
  const named = (isGone: boolean) => {
    const names = fields.filter((change) => isErased(change) === isGone && change.field !== 'Active?');
    const shown = names.slice(0, MOST_NAMED).map(({ field }) => field);
    return [...shown, ...(names.length > MOST_NAMED ? [`${numberText(names.length - MOST_NAMED)} more`] : [])].join(
      ', ',
    );
  };
  const [changed, erased] = [named(false), named(true)];
  return [
    changed === '' ? 'update' : `update: ${changed}`,
    ...(erased === '' ? [] : [`ERASED: ${erased}`]),
    ...(row?.becomes === undefined ? [] : [row.becomes === 'active' ? 'active again' : 'DEACTIVATED']),
  ].join('; ');
}
