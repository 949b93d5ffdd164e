import type { Criterion } from '../model/catalogue.ts';
import type { DataRecord, FieldValue } from '../model/record.ts';

/** Whether a record without the value of a criterion is the worst of all or the best of all. */
export type Missing = 'worst' | 'best';

/** Negative where `left` is the better record by `criteria`, positive where `right` is, 0 where neither is. */
export function compareRecords(
  left: DataRecord,
  right: DataRecord,
  criteria: readonly Criterion[],
  missing: Missing,
): number {
  for (const { field, order } of criteria) {
    const result = compareValues(left[field], right[field], order, missing);
    if (result !== 0) return result;
  }
  return 0;
}

/**
 * Negative where `left` comes first. Numbers compare as numbers, text by code unit (which is by time for ISO dates),
 * true is higher than false; a value that a list of values does not name comes after all that it names.
 */
export function compareValues(
  left: FieldValue | undefined,
  right: FieldValue | undefined,
  order: Criterion['order'],
  missing: Missing = 'worst',
): number {
  const lacks = Number(isMissing(left)) - Number(isMissing(right));
  if (lacks !== 0) return missing === 'worst' ? lacks : -lacks;
  if (isMissing(left) || isMissing(right)) return 0;
  if (Array.isArray(order)) return placeIn(order, left) - placeIn(order, right);
  const rising = compareRising(left, right);
  return order === 'lowest' ? rising : -rising;
}

function isMissing(value: FieldValue | undefined): value is null | undefined | '' {
  return value === undefined || value === null || value === '';
}

function placeIn(order: readonly string[], value: FieldValue): number {
  const place = order.indexOf(String(value));
  return place === -1 ? order.length : place;
}

function compareRising(left: FieldValue, right: FieldValue): number {
  if (typeof left !== typeof right) return compareRising(typeof left, typeof right);
  const [first, second] = Array.isArray(left) || Array.isArray(right) ? [String(left), String(right)] : [left, right];
  if (first === second || first === null || second === null) return 0;
  return first < second ? -1 : 1;
}
