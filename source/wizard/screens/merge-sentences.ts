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

function tellMerge({ pairs, totals, warnings }: Plan, { one, source, target }: PlanSides): Told {
  const fields = pairs.reduce((sum, pair) => sum + pair.fields.filter(({ taken }) => taken !== 'target').length, 0);
  const count = countOf(fields, 'field');
  const came = totals.combined + totals.summed;
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
        : `User information: ${count} of ${target} ${fields === 1 ? 'takes' : 'take'} a value of ${source}. ${cameText(came, leavingIn(pairs), source)}${marked}`,
    weighty: told.map(({ message }) => message),
    staying:
      one === null
        ? 'No source is deleted: the accounts stay, marked as merged.'
        : `${source} is not deleted: the account stays, marked as merged into ${target}.`,
    warnings: warnings.length - told.length,
  };
}

/** How many records leave the sources: those of the kinds that move; the others are copied. */
function leavingIn(pairs: readonly PlannedPair[]): number {
  const changes = pairs.flatMap((pair) => Object.values(pair.changes));
  return changes
    .filter(({ carry }) => carry === 'move')
    .reduce((sum, { combined, summed }) => sum + combined + summed, 0);
}

/** "27 records come over: 3 leave John Smith, 24 are copied and stay there as well." */
function cameText(came: number, leaving: number, source: string): string {
  const head = `${countOf(came, 'record')} ${came === 1 ? 'comes' : 'come'} over`;
  const copied = came - leaving;
  const leave = `${numberText(leaving)} ${leaving === 1 ? 'leaves' : 'leave'} ${source}`;
  const stay = `${numberText(copied)} ${copied === 1 ? 'is copied and stays' : 'are copied and stay'} there as well`;
  if (came === 0) return `${head}.`;
  return `${head}: ${[...(leaving === 0 ? [] : [leave]), ...(copied === 0 ? [] : [stay])].join(', ')}.`;
}
