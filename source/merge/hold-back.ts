import type { DataType } from '../model/catalogue.ts';
import type { DataRecord, RecordsByType } from '../model/record.ts';
import { recordKey } from './record-key.ts';
import type { Basis } from './rule.ts';

/** Which of the source's records of one type its rule may carry, and which stay behind whatever the rule says. */
export interface Held {
  eligible: DataRecord[];
  held: DataRecord[];
}

/**
 * Holds back the source's records that the type `leaves`, that would make the target point at itself (`otherPerson`),
 * that the target may not see (`visibleThrough`, C8), that follow something that did not come over (`follows`) or of
 * which the target has none of its own (`isSharedOnly`, X20).
 * Where nothing is held, `eligible` is the list that was given.
 */
export function holdBack(
  type: DataType,
  source: DataRecord[],
  {
    target,
    basis,
    isSharedOnly,
  }: { target: { id: number; records: RecordsByType }; basis: Basis | null; isSharedOnly: boolean },
): Held {
  const { leaves, otherPerson, visibleThrough, follows } = type;
  const tests: ((record: DataRecord) => boolean)[] = [];
  if (leaves !== undefined) tests.push((record) => !isLeftAlone(type, record));
  if (isSharedOnly) {
    const shared = (target.records[type.id] ?? []).filter((record) => !isLeftAlone(type, record));
    const known = new Set(shared.map((record) => recordKey(record, type.key)));
    tests.push((record) => known.has(recordKey(record, type.key)));
  }
  if (otherPerson !== null) tests.push((record) => record[otherPerson] !== target.id);
  if (visibleThrough !== undefined) {
    const holds = new Set(valuesOf(target.records[visibleThrough.type] ?? [], visibleThrough.holds));
    tests.push((record) => valuesOf([record], visibleThrough.field).some((value) => holds.has(value)));
  }
  if (follows !== undefined) {
    const known = new Set(basis?.targetBefore.map(({ id }) => id));
    const arrived = basis?.targetAfter.filter(({ id }) => !known.has(id)) ?? [];
    const followed = new Set(valuesOf(arrived, follows.field));
    tests.push((record) => valuesOf([record], follows.field).every((value) => followed.has(value)));
  }
  if (tests.length === 0) return { eligible: source, held: [] };
  const eligible = source.filter((record) => tests.every((test) => test(record)));
  if (eligible.length === source.length) return { eligible: source, held: [] };
  const carried = new Set(eligible);
  return { eligible, held: source.filter((record) => !carried.has(record)) };
}

/** Whether the type leaves a record where it is, whoever has it: it neither comes nor goes, and nothing is compared with it. */
export function isLeftAlone({ leaves }: DataType, record: DataRecord): boolean {
  return leaves !== undefined && Object.entries(leaves).every(([field, value]) => record[field] === value);
}

function valuesOf(records: readonly DataRecord[], field: string): string[] {
  return records.flatMap((record) => record[field] ?? []).map(String);
}
