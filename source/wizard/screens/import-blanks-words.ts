import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { ImportState } from '../import-state.ts';
import type { BLANK_KINDS } from '../logic/import-blanks.ts';

type BlankKind = (typeof BLANK_KINDS)[number];

const WHAT: Record<BlankKind, string> = {
  blanks: 'Cells that are blank',
  missing: 'Fields without a column',
};

/** "Cells that are blank", "ERASED", "12 values go": a policy, and what it means in this file. */
export function blankRow(kind: BlankKind, { mapping, weight }: ImportState, isCounting: boolean): string[] {
  const isErased = mapping?.[kind] === 'erase';
  if (weight === null) return [WHAT[kind], isErased ? 'ERASED' : 'kept', isCounting ? 'counting …' : 'not counted'];
  const count = kind === 'blanks' ? weight.blanks : weight.missing.reduce((sum, { values }) => sum + values, 0);
  const go =
    count === 0
      ? isErased
        ? 'nothing erased'
        : 'nothing would go'
      : isErased
        ? countOf(count, 'value goes', 'values go')
        : countOf(count, 'value stays', 'values stay');
  return [WHAT[kind], isErased ? 'ERASED' : 'kept', go];
}

/** What the policies mean, in sentences: the most telling first. */
export function blanksLines({ mapping, weight, chosen }: ImportState): string[] {
  if (mapping === null) return [];
  const missing = weight?.missing ?? [];
  const [most, ...others] = missing.map(({ field, values }) => `${field} ${numberText(values)}`);
  const named = [most, ...others.slice(0, 5)].join(', ');
  const more = others.length > 5 ? ` and ${others.length - 5} more fields` : '';
  const verb = mapping.missing === 'erase' ? 'ERASED for want of a column' : 'Would go, were missing columns erased';
  return [
    ...(most === undefined ? [] : [`${verb}: ${named}${more}.`]),
    ...(weight === null || weight.problems === 0
      ? []
      : [
          `Not counted: ${countOf(weight.problems, 'row')} with problems, until ${weight.problems === 1 ? 'it is' : 'they are'} mended.`,
        ]),
    'Erased: existing people lose the value that they have. Kept: it stays as it is. What is required is never erased, and a blank never changes whether an account is active.',
    chosen?.origin === 'saved'
      ? `This is the mapping “${chosen.mapping.name}”; s saves what you have changed.`
      : 's saves all that you have chosen as a mapping, for the next file like this one.',
  ];
}
