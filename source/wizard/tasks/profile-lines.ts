import { isDeepStrictEqual } from 'node:util';
import type { FieldRule } from '../../model/catalogue.ts';
import { fieldValue } from '../../model/profile-field.ts';
import { nameAndId, type Person } from '../../model/user.ts';

/** What changes in the profile of one person, a line a field: "John Smith (19), Team: Support → Sales". */
export function profileLines(before: Person, after: Person, rules: readonly FieldRule[]): string[] {
  const who = nameAndId(before);
  const changed = rules.flatMap(({ field, label }) => {
    const values = [fieldValue(before, field), fieldValue(after, field)];
    return isDeepStrictEqual(values[0], values[1]) ? [] : `${who}, ${label}: ${values.map(textOf).join(' → ')}`;
  });
  if (before.mergedInto === after.mergedInto) return changed;
  return [...changed, `${who}: ${markOf(before)} → ${markOf(after)}`];
}

function textOf(value: ReturnType<typeof fieldValue>): string {
  if (value === undefined || value === '') return '(empty)';
  return Array.isArray(value) ? value.join(', ') : String(value);
}

function markOf({ mergedInto }: Person): string {
  return mergedInto === null ? 'not merged' : `merged into ${mergedInto}`;
}
