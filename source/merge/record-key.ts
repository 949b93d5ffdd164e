import type { DataRecord } from '../model/record.ts';

/** The record that this one is a copy of, first hand, or itself. */
export function originOf({ id, copiedFrom }: DataRecord): number {
  return typeof copiedFrom === 'number' ? copiedFrom : id;
}

/**
 * Text that is equal for two records exactly when they are the same thing by the fields of `key`.
 * A record that lacks one of them, or a type without a key, clashes with nothing but its own copies.
 */
export function recordKey(record: DataRecord, key: readonly string[]): string {
  const values = key.map((field) => record[field]);
  const isComplete = key.length > 0 && values.every((value) => value !== undefined && value !== null && value !== '');
  return isComplete ? JSON.stringify(values) : `#${originOf(record)}`;
}
