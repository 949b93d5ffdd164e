import { isDeepStrictEqual } from 'node:util';
import { storedValue } from '../../merge/change-profile.ts';
import { IMPORT_FIELDS } from '../../model/import-field.ts';
import { numberText } from '../../model/number-text.ts';
import { personOfImage } from '../../model/person-of-image.ts';
import type { Plan } from '../../model/plan.ts';
import { tellApart } from '../../model/tell-apart.ts';
import { nameAndId, type Person } from '../../model/user.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import { withImage } from '../../model/with-image.ts';
import { carryRowBack } from '../../transfer/carry-row.ts';
import type { Earlier } from '../../transfer/earlier.ts';
import type { Desk } from './desk.ts';

/** No pane shows more lines than this. */
const LIMIT = 2000;

/**
 * What the undo `plan` of an import does to each person, a line a value: "John Smith (19), Team: Support → Sales"; who goes
 * or comes back is told by the name alone.
 */
export async function listRows(plan: Plan, earlier: Earlier, { session, context }: Desk): Promise<string[]> {
  const { store, catalogue } = session;
  const people = await store.people(plan.pairs.map(({ source }) => source.id));
  const overwriteChanged = plan.undoOf?.overwriteChanged === true;
  const lines: string[] = [];
  for (const { source } of plan.pairs) {
    if (lines.length > LIMIT)
      return [...lines, `… and more: only the first ${numberText(lines.length)} lines are shown.`];
    const done = earlier.pairs.get(`${source.id}:${source.id}`);
    if (done === undefined) continue;
    const person = people.get(source.id) ?? null;
    const { after } = carryRowBack({ done, person, overwriteChanged, catalogue, earlier }).carried;
    lines.push(...rowLines(person, after.source, context));
  }
  return lines.length > 0 ? lines : ['Nothing of anybody is put back.'];
}

function rowLines(person: Person | null, image: Parameters<typeof withImage>[1], options: TextOptions): string[] {
  if (person === null) {
    const back = personOfImage(image);
    return back === null ? [] : [`BROUGHT BACK  ${nameAndId(back)}`];
  }
  if (image.exists === false) return [`REMOVED  ${nameAndId(person)}`];
  const after = withImage(person, image);
  return IMPORT_FIELDS.flatMap((field) => {
    const [held, value] = [storedValue(person, field), storedValue(after, field)];
    if (isDeepStrictEqual(held, value)) return [];
    return `${nameAndId(person)}, ${field}: ${tellApart(textOf(held), textOf(value), options).join(' → ')}`;
  });
}

function textOf(value: ReturnType<typeof storedValue>): string {
  if (value === null) return '(empty)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : value;
}
