import type { Rule } from '../../model/catalogue.ts';
import type { TouchedType } from '../logic/touched-types.ts';

const RULE_WORDS: Record<Rule, string> = {
  combine: 'combined',
  overwrite: 'OVERWRITTEN',
  'keep-best': 'best kept',
  'keep-latest': 'latest kept',
  sum: 'added up',
  derive: 'worked out anew',
  skip: 'stays behind',
  'keep-target': 'target’s kept',
  pick: 'picked',
};

/** What a rule does to records, in a word or two. */
export function ruleWords(rule: Rule): string {
  return RULE_WORDS[rule];
}

/** "Quiz attempts: combined, numbered anew. …": what a plan does to a kind of data, and why. */
export function aboutTouched({ label, rule, notes, why }: TouchedType): string {
  return `${label}: ${[ruleWords(rule), ...notes].join(', ')}. ${why}`;
}
