import type { RuleOutcome } from '../model/change.ts';
import { countChange, type RuleInput } from './rule.ts';

/** `skip` and `keep-target`: the source's records stay with the source, the target's with the target. */
export function skip({ type, source, target }: RuleInput): RuleOutcome {
  return { source, target, change: countChange(type, { skipped: source.length, kept: target.length }) };
}
