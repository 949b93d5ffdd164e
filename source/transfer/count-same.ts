import { recordKey } from '../merge/record-key.ts';
import type { DataType } from '../model/catalogue.ts';
import type { DataRecord } from '../model/record.ts';

/** How many of `own` are among `others` as well: by the natural key of their type, or as copies of one another. Pure. */
export function countSame(
  own: readonly DataRecord[],
  others: readonly DataRecord[],
  { key }: Pick<DataType, 'key'>,
): number {
  const keys = new Set(others.map((record) => recordKey(record, key)));
  return own.filter((record) => keys.has(recordKey(record, key))).length;
}
