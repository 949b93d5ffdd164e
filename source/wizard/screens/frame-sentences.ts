import type { Plan } from '../../model/plan.ts';
import type { State } from '../state.ts';
import { type PlanSides, planSides, replacedSentence, warningsSentence } from './plan-sides.ts';

/** What the two confirmations say of a plan besides what they say of every plan. */
export interface Told {
  /** Who gives to whom. */
  who: string;
  /** What comes over. */
  carried: string;
  /** What goes with what is replaced, too weighty to be only counted. */
  weighty: readonly string[];
  /** What stays. */
  staying: string;
  /** Warnings that are counted only. */
  warnings: number;
}

/**
 * What a plan does, in sentences, each at its place; one that has nothing to say is empty.
 * @param tell what is said of this plan
 */
export function frameSentences(state: State, tell: (plan: Plan, sides: PlanSides) => Told): string[] {
  const { plan } = state;
  if (plan === null) return [];
  const sides = planSides(plan, state);
  const { who, carried, weighty, staying, warnings } = tell(plan, sides);
  return [
    sides.goesOn + who,
    carried,
    [replacedSentence(plan, sides), ...weighty].join(' '),
    staying,
    warningsSentence(warnings, weighty.length),
    sides.loginWarning,
  ];
}
