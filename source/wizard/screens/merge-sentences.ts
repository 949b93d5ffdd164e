import type { State } from '../state.ts';
import { planSides, recordsText, replacedSentence, warningsSentence } from './plan-sides.ts';

/**
 * What a merge does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function mergeSentences(state: State): string[] {
  const { plan } = state;
  if (plan === null) return [];
  const { pairs, totals, warnings } = plan;
  const sides = planSides(plan, state);
  const { one, source, target, goesOn, loginWarning } = sides;
  const who =
    one === null
      ? `${pairs.length} pairs are merged, one after the other.`
      : `${source} (${one.source.id}) is merged INTO ${target} (${one.target.id}).`;
  const fields = pairs.reduce((sum, pair) => sum + pair.fields.filter(({ taken }) => taken !== 'target').length, 0);
  const count = fields === 1 ? '1 field' : `${fields} fields`;
  const came = totals.combined + totals.summed;
  const alike = pairs.filter(({ effect }) => effect === 'marked').length;
  const marked = alike === 0 ? '' : ` ${alike} ${alike === 1 ? 'pair is' : 'pairs are'} alike: only the mark is set.`;
  const rights = warnings.filter(({ code }) => code === 'rights-gained').map(({ message }) => message);
  return [
    goesOn + who,
    one?.effect === 'marked'
      ? 'They are alike in all that is merged: only the mark of the source is set.'
      : `User information: ${count} of ${target} ${fields === 1 ? 'takes' : 'take'} a value of ${source}. ${recordsText(came)} ${came === 1 ? 'comes' : 'come'} over.${marked}`,
    [replacedSentence(plan, sides), ...rights].join(' '),
    one === null
      ? 'No source is deleted: the accounts stay, marked as merged.'
      : `${source} is not deleted: the account stays, marked as merged into ${target}.`,
    warningsSentence(warnings.length - rights.length),
    loginWarning,
  ];
}
