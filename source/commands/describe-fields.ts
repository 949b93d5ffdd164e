import type { Catalogue } from '../model/catalogue.ts';
import type { FieldChange } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Plan } from '../model/plan.ts';
import { alignColumns } from './align-columns.ts';
import { valueText } from './value-text.ts';

/** A profile of so few fields is shown whole; of a longer one, only what differs. */
const FEW = 6;

/** What a merge does to the profiles: of one pair field by field with the reason, of several in numbers. */
export function describeFields({ carried, pairs }: Plan, catalogue: Catalogue, ascii: boolean): string[] {
  if (!carried.includes(USER_INFORMATION)) return ["It is not merged: all of the target's is kept."];
  const labels = new Map(catalogue.fields.map(({ field, label }) => [field, label]));
  const labelOf = (field: string) => labels.get(field) ?? field;
  const [only, ...others] = pairs;
  if (only === undefined) return [];
  const lines = others.length === 0 ? onePair(only.fields, labelOf) : manyPairs(pairs, labelOf);
  const right = others.length === 0 ? [] : [1, 2, 3];
  return [...alignColumns(lines.rows, { right, ascii }), ...lines.below];
}

interface Table {
  rows: string[][];
  below: string[];
}

function onePair(fields: readonly FieldChange[], labelOf: (field: string) => string): Table {
  const shown = fields.length <= FEW ? fields : fields.filter(isDifferent);
  const rows = shown.map(({ field, source, target, taken, why }) => [
    ...[labelOf(field), valueText(source), valueText(target), taken, why],
  ]);
  const same = fields.length - shown.length;
  return {
    rows: rows.length === 0 ? [] : [['Field', 'Source', 'Target', 'Taken', 'Why'], ...rows],
    below: same === 0 ? [] : [`${same === 1 ? '1 field is' : `${same} fields are`} the same in both.`],
  };
}

function manyPairs(pairs: Plan['pairs'], labelOf: (field: string) => string): Table {
  const different = pairs.flatMap(({ fields }) => fields.filter(isDifferent));
  const rows = [...Map.groupBy(different, ({ field }) => field)].map(([field, changes]) => {
    const count = (side: FieldChange['taken']) => String(changes.filter(({ taken }) => taken === side).length);
    return [labelOf(field), count('source'), count('target'), count('both')];
  });
  if (rows.length === 0) return { rows: [], below: ['Every field is the same in both of every pair.'] };
  return { rows: [['Field where it differs', "source's", "target's", 'both'], ...rows], below: [] };
}

/** Whether the two people have different values in a field. */
function isDifferent({ source, target }: FieldChange): boolean {
  return JSON.stringify(source) !== JSON.stringify(target);
}
