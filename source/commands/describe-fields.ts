import type { Catalogue } from '../model/catalogue.ts';
import type { FieldChange } from '../model/change.ts';
import { countOf } from '../model/finding.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan } from '../model/plan.ts';
import { tellApart } from '../model/tell-apart.ts';
import { alignColumns } from './align-columns.ts';
import { valueText } from './value-text.ts';

/** A profile of so few fields is shown whole; of a longer one, only what differs. */
const FEW = 6;

/** What a merge does to the profiles: of one pair field by field with the reason, of several in numbers. */
export function describeFields(
  { carried, pairs }: Pick<Plan, 'carried' | 'pairs'>,
  catalogue: Catalogue,
  ascii: boolean,
): string[] {
  if (!carried.includes(USER_INFORMATION)) return ["It is not merged: all of the target's is kept."];
  const labels = new Map(catalogue.fields.map(({ field, label }) => [field, label]));
  const labelOf = (field: string) => labels.get(field) ?? field;
  const [only, ...others] = pairs;
  if (only === undefined) return [];
  return others.length === 0 ? onePair(only.fields, labelOf, ascii) : manyPairs(pairs, labelOf, ascii);
}

type LabelOf = (field: string) => string;

const TAKEN: Record<FieldChange['taken'], string> = {
  source: "The source's is taken",
  target: "The target's is kept",
  both: 'Both are taken',
};

/** By what is taken and why, as many fields share that. */
function onePair(fields: readonly FieldChange[], labelOf: LabelOf, ascii: boolean): string[] {
  const shown = fields.length <= FEW ? fields : fields.filter(isDifferent);
  const groups = Map.groupBy(shown, ({ taken, why }) => `${TAKEN[taken]}: ${why}`);
  const rows = shown.map(({ field, source, target }) => [
    labelOf(field),
    ...tellApart(valueText(source), valueText(target), { ascii }),
  ]);
  const [heading = '', ...lines] = alignColumns([['Field', 'Source', 'Target'], ...rows], { ascii });
  const lineOf = new Map(shown.map((change, index) => [change, lines[index] ?? '']));
  const same = fields.length - shown.length;
  return [
    ...(shown.length === 0 ? [] : [`  ${heading}`]),
    ...[...groups].flatMap(([why, changes]) => [why, ...changes.map((change) => `  ${lineOf.get(change) ?? ''}`)]),
    ...(same === 0 ? [] : [`${countOf(same, 'field is', 'fields are')} the same in both.`]),
  ];
}

function manyPairs(pairs: Plan['pairs'], labelOf: LabelOf, ascii: boolean): string[] {
  const different = pairs.flatMap(({ fields }) => fields.filter(isDifferent));
  const rows = [...Map.groupBy(different, ({ field }) => field)].map(([field, changes]) => {
    const count = (side: FieldChange['taken']) => numberText(changes.filter(({ taken }) => taken === side).length);
    return [labelOf(field), count('source'), count('target'), count('both')];
  });
  if (rows.length === 0) return ['Every field is the same in both of every pair.'];
  return [
    ...alignColumns([['Field where it differs', "source's", "target's", 'both'], ...rows], {
      right: [1, 2, 3],
      ascii,
    }),
    'One pair of a plan file, field by field: handover plan show FILE --pair SOURCE:TARGET',
  ];
}

/** Whether the two people have different values in a field. */
function isDifferent({ source, target }: FieldChange): boolean {
  return JSON.stringify(source) !== JSON.stringify(target);
}
