import type { FieldChange } from '../../model/change.ts';
import type { MappingRules } from '../../model/mapping.ts';
import { tellApart } from '../../model/tell-apart.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import { isRespelt } from './sets-new-address.ts';

/** One value before and after, in words that differ to the eye; empty words where there is nothing to note. */
export interface ChangeText {
  before: string;
  after: string;
  /** That the two count as the same address. */
  note: string;
}

/**
 * What a row of an import does to one field, in words.
 * @param textOf a value as it is shown there
 * @param rules of the mapping by which the file is read; null: not known
 * @param options whether only ASCII is shown
 */
export function changeText(
  change: FieldChange,
  textOf: (value: unknown) => string,
  rules: Pick<MappingRules, 'emailCase'> | null,
  options: TextOptions = {},
): ChangeText {
  const [after, before] = tellApart(textOf(change.source), textOf(change.target), options);
  const isSpelling = rules !== null && isRespelt(change, rules);
  return { before, after, note: isSpelling ? 'the same address, spelt otherwise: no activation mail' : '' };
}
