import type { DataRecord } from '../model/record.ts';
import { originOf } from './record-key.ts';
import type { RuleInput } from './rule.ts';

/**
 * The source's `records` as the target gets them. `move`: themselves. `copy`: twins with a field `copiedFrom` (id of
 * the record first copied) and an id of their own.
 *
 * A copy's id is negative, so it never meets an original's, and is calculated from the record first copied and the
 * target person: the same merge gives the same ids, two targets never share one. It has 52 bits; among a million
 * copies two agree with a chance of about 1 in 10,000, and never within the records of one type of one person.
 */
export function arriveAtTarget(records: readonly DataRecord[], input: RuleInput): DataRecord[] {
  if (input.type.carry === 'move') return [...records];
  const taken = new Set(input.target.map(({ id }) => id));
  return records.map((record) => {
    const origin = originOf(record);
    const id = freshId(`${input.type.id} ${origin} ${input.targetId}`, taken);
    taken.add(id);
    return { ...record, id, copiedFrom: origin };
  });
}

/** The source's records once the carried ones are with the target: none for `move`, all of them for `copy`. */
export function leaveSource({ type, source }: RuleInput): DataRecord[] {
  return type.carry === 'move' && source.length > 0 ? [] : source;
}

/** A negative id calculated from `text`, another one where that is among `taken`. */
export function freshId(text: string, taken: ReadonlySet<number>): number {
  const id = -1 - hash52(text);
  return taken.has(id) ? freshId(`${text}'`, taken) : id;
}

/** A whole number of 52 bits, spread evenly: two multiplying hashes of 32 and 20 bits. */
function hash52(text: string): number {
  let high = 0x9e3779b9;
  let low = 0x7f4a7c15;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x85ebca6b);
    high ^= high >>> 15;
    low = Math.imul(low ^ unit, 0xc2b2ae35);
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (low >>> 11), 0x27d4eb2f);
  low = Math.imul(low ^ (high >>> 14), 0x165667b1);
  return ((high ^ (high >>> 16)) >>> 12) * 2 ** 32 + ((low ^ (low >>> 15)) >>> 0);
}
