import type { RuleOutcome } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { arriveAtTarget, leaveSource } from './carry-records.ts';
import { originOf, recordKey } from './record-key.ts';
import { renumberRecords } from './renumber-records.ts';
import { countChange, type RuleInput } from './rule.ts';

/**
 * `combine`: the target has its own records and the source's. What the target has already, by the type's key or as a
 * copy of the same record, is not carried a second time; a clash is between the two people, never within one of them.
 */
export function combine(input: RuleInput): RuleOutcome {
  const { type, source, target } = input;
  const heldKeys = new Set(target.map((record) => recordKey(record, type.key)));
  const heldOrigins = new Set(target.map(originOf));
  const isHeld = (record: DataRecord) => heldKeys.has(recordKey(record, type.key)) || heldOrigins.has(originOf(record));
  const fresh = source.filter((record) => !isHeld(record));
  const merged = fresh.length === 0 ? target : [...target, ...arriveAtTarget(fresh, input)];
  return {
    source: leaveSource(input),
    target: type.renumber === null ? merged : renumberRecords(merged, type.renumber),
    change: countChange(type, {
      combined: fresh.length,
      deduplicated: source.length - fresh.length,
      kept: target.length,
    }),
  };
}
