import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { WarningCode } from '../../model/pair.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import type { State } from '../state.ts';
import { frameSentences, type Told } from './frame-sentences.ts';
import type { PlanSides } from './plan-sides.ts';

/** What is too weighty to be only counted, where there is one pair to be told of. */
const SAID_OF_ONE: readonly WarningCode[] = ['other-name', 'end-of-employment'];

/**
 * What a merge does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function mergeSentences(state: State): string[] {
  return frameSentences(state, tellMerge);
}

function tellMerge({ pairs, warnings }: Plan, { one, source, target }: PlanSides): Told {
  const fields = pairs.reduce((sum, pair) => sum + pair.fields.filter(({ taken }) => taken !== 'target').length, 0);
  const count = countOf(fields, 'field');
  const alike = pairs.filter(({ effect }) => effect === 'marked').length;
  const marked =
    alike === 0 ? '' : ` ${numberText(alike)} ${alike === 1 ? 'pair is' : 'pairs are'} alike: only the mark is set.`;
  const told = warnings.filter(({ code }) => code === 'rights-gained' || (one !== null && SAID_OF_ONE.includes(code)));
  return {
    who:
      one === null
        ? `${numberText(pairs.length)} pairs are merged, one after the other.`
        : `${one.source.name} (${one.source.id}) is merged INTO ${one.target.name} (${one.target.id}).`,
    carried:
      one?.effect === 'marked'
        ? 'They are alike in all that is merged: only the mark of the source is set.'
        : `User information: ${count} of ${target} ${fields === 1 ? 'takes' : 'take'} a value of ${source}. ${cameText(pairs, source, target)}${marked}`,
    weighty: told.map(({ message }) => message),
    staying:
      one === null
        ? 'No source is deleted: the accounts stay, marked as merged.'
        : `${source} is not deleted: the account stays, marked as merged into ${target}.`,
    warnings: warnings.length - told.length,
  };
}

/**
 * "37 records come over: 3 leave John Smith, 31 are copied, 3 are added up. 9 records that Jenny Andrews had already
 * leave John Smith, too.": of the kinds that move the source keeps nothing, of all others everything.
 */
function cameText(pairs: readonly PlannedPair[], source: string, target: string): string {
  const count = (carry: 'move' | 'copy', name: 'combined' | 'summed' | 'deduplicated') =>
    pairs
      .flatMap(({ changes }) => Object.values(changes))
      .reduce((sum, change) => sum + (change.carry === carry ? change[name] : 0), 0);
  const leaving = count('move', 'combined') + count('move', 'summed');
  const [copied, added, twice] = [count('copy', 'combined'), count('copy', 'summed'), count('move', 'deduplicated')];
  const came = leaving + copied + added;
  const parts = [
    ...(leaving === 0 ? [] : [`${numberText(leaving)} ${leaving === 1 ? 'leaves' : 'leave'} ${source}`]),
    ...(copied === 0 ? [] : [`${numberText(copied)} ${copied === 1 ? 'is' : 'are'} copied`]),
    ...(added === 0 ? [] : [`${numberText(added)} ${added === 1 ? 'is' : 'are'} added up`]),
  ];
  const what = came === 0 ? '.' : `: ${parts.join(', ')}.`;
  const also =
    twice === 0
      ? ''
      : ` ${countOf(twice, 'record')} that ${target} had already ${twice === 1 ? 'leaves' : 'leave'} ${source}, too.`;
  return `${countOf(came, 'record')} ${came === 1 ? 'comes' : 'come'} over${what}${also}`;
}
