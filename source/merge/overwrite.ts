import type { RuleOutcome } from '../model/change.ts';
import { arriveAtTarget, leaveSource } from './carry-records.ts';
import { recordKey } from './record-key.ts';
import { countChange, type RuleInput } from './rule.ts';

/**
 * `overwrite`: the target's records go and the source's take their place (A5, A13). A source without any record of the
 * type has nothing to overwrite with: the target's are left alone. With a key the same holds for each value of it:
 * only what the source has records for is overwritten.
 */
export function overwrite(input: RuleInput): RuleOutcome {
  const { type, source, target } = input;
  if (source.length === 0) return { source, target, change: countChange(type, { kept: target.length }) };
  const brought = new Set(source.map((record) => recordKey(record, type.key)));
  const kept = type.key.length === 0 ? [] : target.filter((record) => !brought.has(recordKey(record, type.key)));
  return {
    source: leaveSource(input),
    target: [...kept, ...arriveAtTarget(source, { ...input, target: kept })],
    change: countChange(type, {
      combined: source.length,
      replaced: target.length - kept.length,
      kept: kept.length,
    }),
  };
}
