import type { RuleOutcome } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { arriveAtTarget, leaveSource } from './carry-records.ts';
import { compareRecords, type Missing } from './compare-records.ts';
import { recordKey } from './record-key.ts';
import { countChange, type RuleInput } from './rule.ts';

/**
 * For each key that the source has: the target ends up with the one best record of both people's. Where the criteria
 * cannot tell, the target's stays; among one person's, the lower id. Keys that only the target has are left alone. What
 * the operator took by hand goes before (C21); a key that only the source has then stays behind where it took the target's.
 */
export function keepOne(input: RuleInput, missing: Missing): RuleOutcome {
  const { type, source, target, chosen } = input;
  const keyOf = (record: DataRecord) => recordKey(record, type.key);
  const isBetter = (left: DataRecord, right: DataRecord) => {
    const result = compareRecords(left, right, type.best, missing);
    return result < 0 || (result === 0 && left.id < right.id);
  };
  const sourceBest = bestByKey(source, keyOf, isBetter);
  const targetBest = bestByKey(target, keyOf, isBetter);
  const isWinner = (record: DataRecord) => {
    const rival = targetBest.get(keyOf(record));
    const name = String(record[type.key[0] ?? '']);
    if (Object.hasOwn(chosen, name)) return chosen[name] === 'source';
    return rival === undefined || compareRecords(record, rival, type.best, missing) < 0;
  };
  const arriving = source.filter((record) => sourceBest.get(keyOf(record)) === record && isWinner(record));
  const lost = new Set(arriving.map(keyOf));
  const kept = target.filter((record) => {
    const key = keyOf(record);
    return !sourceBest.has(key) || (!lost.has(key) && targetBest.get(key) === record);
  });
  const declined = source.filter((record) => !targetBest.has(keyOf(record)) && !isWinner(record)).length;
  const isUntouched = arriving.length === 0 && kept.length === target.length;
  return {
    source: leaveSource(input),
    target: isUntouched ? target : [...kept, ...arriveAtTarget(arriving, input)],
    change: countChange(type, {
      combined: arriving.length,
      replaced: target.length - kept.length,
      deduplicated: source.length - arriving.length - declined,
      skipped: declined,
      kept: kept.length,
    }),
  };
}

function bestByKey(
  records: readonly DataRecord[],
  keyOf: (record: DataRecord) => string,
  isBetter: (left: DataRecord, right: DataRecord) => boolean,
): Map<string, DataRecord> {
  const best = new Map<string, DataRecord>();
  for (const record of records) {
    const key = keyOf(record);
    const sofar = best.get(key);
    if (sofar === undefined || isBetter(record, sofar)) best.set(key, record);
  }
  return best;
}
