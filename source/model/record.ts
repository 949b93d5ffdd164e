export type FieldValue = string | number | boolean | null | string[];

/** One record of a data type. `id` is unique within the store and stays the record's own when it moves. */
export interface DataRecord {
  id: number;
  [field: string]: FieldValue;
}

/** Data type id → the records that one person owns. A type without records is absent. */
export type RecordsByType = Record<string, DataRecord[]>;
