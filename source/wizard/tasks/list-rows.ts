import type { FieldChange } from '../../model/change.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { changeText } from '../../people/import/change-text.ts';
import { tellRowsBack } from '../../session/tell-rows-back.ts';
import { WHY_BACK } from '../../transfer/fields-back.ts';
import { countRowsBack } from '../../transfer/undone-text.ts';
import type { Desk } from './desk.ts';

/** No pane shows more lines than this. */
const LIMIT = 2000;

/**
 * What the undo `plan` of an import does to each person, a line a value: "John Smith (19), Team: Support → Sales"; what
 * stays as it has changed since is told with it, who goes or comes back by the name alone, and whose values cannot be
 * told, as somebody has changed the store meanwhile, in a sentence.
 */
export async function listRows(plan: Plan, { context, session }: Desk): Promise<string[]> {
  const { veil } = session;
  const { told, untold } = await tellRowsBack(veil.original(plan), session);
  const lines: string[] = [];
  for (const pair of veil.plan(told).pairs) {
    if (lines.length > LIMIT)
      return [...lines, `… and more: only the first ${numberText(lines.length)} lines are shown.`];
    lines.push(...rowLines(pair, context.ascii));
  }
  const doubts = untold.map(({ message }) => veil.text(message));
  return lines.length + doubts.length > 0 ? [...lines, ...doubts] : ['Nothing of anybody is put back.'];
}

function rowLines(pair: PlannedPair, ascii: boolean): string[] {
  const who = `${pair.source.name} (${pair.source.id})`;
  const { removed, returned } = countRowsBack([pair]);
  if (removed > 0) return [`REMOVED  ${who}`];
  if (returned > 0) return [`BROUGHT BACK  ${who}`];
  return pair.fields.map((change) => `${who}, ${change.field}: ${valuesText(change, ascii)}`);
}

function valuesText(change: FieldChange, ascii: boolean): string {
  const { before, after } = changeText(change, textOf, null, { ascii });
  if (change.taken === 'target') return `${before} stays, changed since; before the run ${after}`;
  return `${before} → ${after}${change.why === WHY_BACK.lost ? ' (changed since: that is LOST)' : ''}`;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '(empty)';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
