import type { DataType } from '../model/catalogue.ts';
import { NO_RECORDS, type RecordCounts, type RuleOutcome, type TypeChange } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';

/** The records of the type that another one rests on (`derive.from`, `follows.type`), once that one has been carried. */
export interface Basis {
  targetBefore: readonly DataRecord[];
  targetAfter: readonly DataRecord[];
  sourceAfter: readonly DataRecord[];
}

/** What a rule is given: one data type and the records of both people. Nothing of it is changed. */
export interface RuleInput {
  type: DataType;
  source: DataRecord[];
  target: DataRecord[];
  /** Id of the target person: part of the id that a copy gets. */
  targetId: number;
  derivedFrom: Basis | null;
  /** Value of the type's key → whose record the operator took (C21). */
  chosen: Readonly<Record<string, 'source' | 'target'>>;
}

/** A rule: pure. A list that it leaves alone comes back as the same array. */
export type RuleFunction = (input: RuleInput) => RuleOutcome;

/** A change of which only `counts` differ from zero. */
export function countChange(
  { rule, carry }: Pick<DataType, 'rule' | 'carry'>,
  counts: Partial<RecordCounts>,
): TypeChange {
  return { rule, carry, ...NO_RECORDS, ...counts };
}
