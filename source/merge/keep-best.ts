import type { RuleOutcome } from '../model/change.ts';
import { keepOne } from './keep-one.ts';
import type { RuleInput } from './rule.ts';

/** `keep-best`: of two records of the same thing the better one by the type's criteria stays (C6, C9); a missing value is the worst. */
export function keepBest(input: RuleInput): RuleOutcome {
  return keepOne(input, 'worst');
}
