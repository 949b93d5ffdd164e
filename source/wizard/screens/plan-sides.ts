import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { nounOf } from '../../model/run-words.ts';
import { tellNamesApart } from '../../model/tell-names-apart.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import type { State } from '../state.ts';

/** What the sentences about a plan have in common, whatever it does. */
export interface PlanSides {
  /** The only pair of the plan; null: there are several. */
  one: PlannedPair | null;
  /** Their names, with the id where both are called alike, or "the sources" and "the targets". */
  source: string;
  target: string;
  /** That an unfinished run goes on, and how far it is, with a space behind; else empty. */
  goesOn: string;
  /** What would end the run before its time; empty where nothing does. */
  loginWarning: string;
}

/** How the sentences of both confirmations call the sides of `plan`. @param run what an unfinished one is called */
export function planSides(plan: Plan, { resumed, mode, world }: State, run = 'run'): PlanSides {
  const { pairs } = plan;
  const [first] = pairs;
  const one = pairs.length === 1 && first !== undefined ? first : null;
  const settled = (resumed?.counts.pairs ?? 0) - pairs.length;
  return {
    one,
    ...(one === null ? { source: 'the sources', target: 'the targets' } : namesOf(one, world)),
    goesOn:
      mode === 'resume' && resumed !== null
        ? `The ${run} ${resumed.id} goes on: ${numberText(settled)} of its ${countOf(resumed.counts.pairs, nounOf(resumed))} are settled. `
        : '',
    loginWarning: world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  };
}

/** Two people by name; where both have the same one, by the id, too. */
function namesOf({ source, target }: PlannedPair, options: TextOptions): Pick<PlanSides, 'source' | 'target'> {
  const [ofSource, ofTarget] = tellNamesApart(source.name, target.name, options);
  return ofSource === ofTarget
    ? { source: `${ofSource} (${source.id})`, target: `${ofTarget} (${target.id})` }
    : { source: ofSource, target: ofTarget };
}

/** What of the target's goes, in a sentence; that nothing does where that is so. */
export function replacedSentence({ totals }: Plan, { source, target }: PlanSides): string {
  const { replaced } = totals;
  return replaced === 0
    ? `Replaced: no record of ${target} goes.`
    : `REPLACED: ${countOf(replaced, 'record')} of ${target} ${replaced === 1 ? 'goes' : 'go'}; those of ${source} take their place.`;
}

/** How many warnings there are besides the `told` ones, and where they stand; empty where there are none. */
export function warningsSentence(count: number, told: number): string {
  if (count === 0) return '';
  if (told > 0) {
    return `${countOf(count, 'more warning stands', 'more warnings stand')} in the review, under Warnings.`;
  }
  return `Warnings: ${numberText(count)}. ${count === 1 ? 'It stands' : 'They stand'} in the review, under Warnings.`;
}
