import { isDeepStrictEqual } from 'node:util';
import type { FieldRule } from '../../model/catalogue.ts';
import { fieldValue } from '../../model/profile-field.ts';
import { tellApart } from '../../model/tell-apart.ts';
import { nameAndId, type Person } from '../../model/user.ts';
import type { TextOptions } from '../../model/visible-text.ts';

/** What changes in the profile of one person, a line a field: "John Smith (19), Team: Support → Sales". */
export function profileLines(
  before: Person,
  after: Person,
  rules: readonly FieldRule[],
  options: TextOptions = {},
): string[] {
  const who = nameAndId(before);
  const changed = rules.flatMap(({ field, label }) => {
    const [had, has] = [fieldValue(before, field), fieldValue(after, field)];
    if (isDeepStrictEqual(had, has)) return [];
    return `${who}, ${label}: ${tellApart(textOf(had), textOf(has), options).join(' → ')}`;
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
