import type { RuleOutcome } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { arriveAtTarget, leaveSource } from './carry-records.ts';
import { recordKey } from './record-key.ts';
import { countChange, type RuleInput } from './rule.ts';

/**
 * `sum`: the number fields of the source's record are added to the target's record of the same key (without a key: to
 * its first one); a source's record that finds none is carried as it is (C7), and so is one that holds something else
 * than a number there. Adding is the one rule that is not harmless to repeat.
 */
export function sum(input: RuleInput): RuleOutcome {
  const { type, source, target } = input;
  const keyOf = (record: DataRecord) => (type.key.length === 0 ? '' : recordKey(record, type.key));
  const totals = new Map<string, DataRecord>();
  const ownFirst = new Map<string, DataRecord>();
  for (const record of target) {
    if (ownFirst.has(keyOf(record)) || !isCountable(record, type.sum)) continue;
    ownFirst.set(keyOf(record), record);
    totals.set(keyOf(record), record);
  }
  const arriving = source.filter((record) => {
    if (!isCountable(record, type.sum)) return true;
    const total = totals.get(keyOf(record));
    totals.set(keyOf(record), total === undefined ? record : addFields(total, record, type.sum));
    return total === undefined;
  });
  const totalOf = (record: DataRecord) =>
    isCountable(record, type.sum) ? (totals.get(keyOf(record)) ?? record) : record;
  const own = target.map((record) => (ownFirst.get(keyOf(record)) === record ? totalOf(record) : record));
  return {
    source: leaveSource(input),
    target: source.length === 0 ? target : [...own, ...arriveAtTarget(arriving.map(totalOf), input)],
    change: countChange(type, {
      combined: arriving.length,
      summed: source.length - arriving.length,
      kept: target.length,
    }),
  };
}

/** Whether nothing would be lost if `fields` were added up: each is a number, or empty. */
function isCountable(record: DataRecord, fields: readonly string[]): boolean {
  return fields.every((field) => typeof (record[field] ?? 0) === 'number');
}

function addFields(total: DataRecord, record: DataRecord, fields: readonly string[]): DataRecord {
  const added = { ...total };
  for (const field of fields) {
    const more = record[field];
    const sofar = total[field];
    if (typeof more === 'number') added[field] = (typeof sofar === 'number' ? sofar : 0) + more;
  }
  return added;
}
