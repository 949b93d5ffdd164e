import type { DataType } from '../model/catalogue.ts';
import type { DataRecord } from '../model/record.ts';
import { compareValues } from './compare-records.ts';

/**
 * Numbers `field` 1, 2, 3 … in the order of `by` (records without it last, equals in their present order), afresh for
 * each value of `within`. The list keeps its order; records whose number is right already are the same objects.
 */
export function renumberRecords(
  records: DataRecord[],
  { field, by, within }: NonNullable<DataType['renumber']>,
): DataRecord[] {
  const series = Map.groupBy(records, (record) => (within === undefined ? '' : JSON.stringify(record[within] ?? null)));
  const numbers = new Map<DataRecord, number>();
  for (const members of series.values()) {
    const ordered = members.toSorted((left, right) => compareValues(left[by], right[by], 'lowest'));
    ordered.forEach((record, index) => {
      numbers.set(record, index + 1);
    });
  }
  if (records.every((record) => record[field] === numbers.get(record))) return records;
  return records.map((record) => {
    const number = numbers.get(record) ?? null;
    return record[field] === number ? record : { ...record, [field]: number };
  });
}
