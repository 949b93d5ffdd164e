import type { Derivation } from '../model/catalogue.ts';
import type { RuleOutcome } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { freshId } from './carry-records.ts';
import { countChange, type RuleInput } from './rule.ts';

/** What a certification says of itself, and what it says once renewed. */
const IN_RENEWAL = 'in renewal';
const ACTIVE = 'active';

/**
 * `derive`: nothing is carried; the target's records are calculated anew from the records that they rest on.
 * `certify` (C14): for each certification of a completed record that came over, the target lacks it → it is added; has
 * it with the status "in renewal" → it is renewed; has it otherwise → it stays as it is.
 * `count`: one record counts the target's where any of them has changed; where the basis moves, the source's is counted
 * again as well.
 */
export function derive(input: RuleInput): RuleOutcome {
  const { derive: derivation } = input.type;
  if (derivation === null || input.derivedFrom === null) return outcome(input, input.target, input.source, 0);
  return derivation.method === 'certify' ? certify(input, derivation) : count(input, derivation);
}

function certify(input: RuleInput, derivation: Derivation): RuleOutcome {
  const { field, copies = [], where } = derivation;
  const { targetBefore = [], targetAfter = [] } = input.derivedFrom ?? {};
  const known = new Set(targetBefore.map(({ id }) => id));
  const records = [...input.target];
  let made = 0;
  for (const basis of targetAfter) {
    if (known.has(basis.id) || !matches(basis, where)) continue;
    const copied = Object.fromEntries(copies.map((name) => [name, basis[name] ?? null]));
    for (const value of [basis[field] ?? []].flat()) {
      if (value === '') continue;
      const place = records.findIndex((record) => record[field] === value);
      const held = records[place];
      if (held !== undefined && held.status !== IN_RENEWAL) continue;
      const id = held?.id ?? idOf(input, String(value));
      const record: DataRecord = { ...held, id, [field]: value, ...copied, status: ACTIVE };
      made += 1;
      if (held === undefined) records.push(record);
      else records[place] = record;
    }
  }
  return outcome(input, made === 0 ? input.target : records, input.source, made);
}

function count(input: RuleInput, { field, where }: Derivation): RuleOutcome {
  const { targetBefore = [], targetAfter = [], sourceAfter = [] } = input.derivedFrom ?? {};
  const target =
    targetAfter === targetBefore
      ? input.target
      : recount(input.target, targetAfter, field, where, () => idOf(input, field));
  const source =
    input.type.carry === 'move' && input.source.length > 0
      ? recount(input.source, sourceAfter, field, where, () => idOf(input, field))
      : input.source;
  return outcome(input, target, source, target === input.target ? 0 : 1);
}

function recount(
  records: DataRecord[],
  counted: readonly DataRecord[],
  field: string,
  where: Derivation['where'],
  newId: () => number,
): DataRecord[] {
  const [first, ...rest] = records;
  const number = counted.filter((record) => matches(record, where)).length;
  if (first === undefined) return number === 0 ? records : [{ id: newId(), [field]: number }];
  return first[field] === number ? records : [{ ...first, [field]: number }, ...rest];
}

function outcome(input: RuleInput, target: DataRecord[], source: DataRecord[], derived: number): RuleOutcome {
  const kept = target.length - derived;
  return { source, target, change: countChange(input.type, { skipped: source.length, derived, kept }) };
}

function idOf({ type, target, targetId }: RuleInput, what: string): number {
  return freshId(`${type.id} ${what} ${targetId}`, new Set(target.map(({ id }) => id)));
}

/** Whether the fields of `where` are in `record` as it says. */
export function matches(record: DataRecord, where: Derivation['where']): boolean {
  return Object.entries(where).every(([field, value]) => record[field] === value);
}
