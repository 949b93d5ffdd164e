import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { State } from '../state.ts';
import { frameSentences, type Told } from './frame-sentences.ts';
import type { PlanSides } from './plan-sides.ts';

/**
 * What the plan does, in sentences, for the two confirmations: every record that leaves anybody is counted in one. One
 * that has nothing to say is empty.
 */
export function planSentences(state: State): string[] {
  return frameSentences(state, tellTransfer);
}

function tellTransfer({ pairs, totals, warnings }: Plan, { one, source, target }: PlanSides): Told {
  const verb = (count: number, word: string) => (count === 1 ? `${word}s` : word);
  const moved = totals.combined + totals.summed;
  const staying = totals.notMoved + totals.skipped;
  const twice =
    totals.deduplicated === 0
      ? ''
      : ` ${countOf(totals.deduplicated, 'record')} that ${target} had already ${verb(totals.deduplicated, 'leave')} ${source}, too.`;
  return {
    who:
      one === null
        ? `${numberText(pairs.length)} pairs run, one after the other. Each target is kept.`
        : `What you chose moves FROM ${one.source.name} (${one.source.id}) INTO ${one.target.name} (${one.target.id}).`,
    carried: `Moved: ${countOf(moved, 'record')} ${verb(moved, 'leave')} ${source} and ${verb(moved, 'belong')} to ${target} afterwards.${twice}`,
    weighty: [],
    staying: `Not moved: ${countOf(staying, 'record')} ${verb(staying, 'stay')} with ${source}.`,
    warnings: warnings.length,
  };
}
