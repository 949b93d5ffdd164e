import type { RuleOutcome } from '../model/change.ts';
import { keepOne } from './keep-one.ts';
import type { RuleInput } from './rule.ts';

/** `keep-latest`: of two records of the same thing the one that ends later stays (C15); one without an end never ends. */
export function keepLatest(input: RuleInput): RuleOutcome {
  return keepOne(input, 'best');
}
