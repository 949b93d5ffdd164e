import type { Rule } from '../model/catalogue.ts';
import type { RuleOutcome } from '../model/change.ts';
import { combine } from './combine.ts';
import { derive } from './derive.ts';
import { keepBest } from './keep-best.ts';
import { keepLatest } from './keep-latest.ts';
import { overwrite } from './overwrite.ts';
import type { RuleFunction, RuleInput } from './rule.ts';
import { skip } from './skip.ts';
import { sum } from './sum.ts';

/** Every rule of the closed set. `pick` settles profile fields one by one; records under it stay where they are. */
const RULE_FUNCTIONS: Record<Rule, RuleFunction> = {
  combine,
  overwrite,
  'keep-best': keepBest,
  'keep-latest': keepLatest,
  sum,
  derive,
  skip,
  'keep-target': skip,
  pick: skip,
};

/** Applies the rule of the type: the records of both people afterwards, and what that means in numbers. */
export function applyRule(input: RuleInput): RuleOutcome {
  return RULE_FUNCTIONS[input.type.rule](input);
}
