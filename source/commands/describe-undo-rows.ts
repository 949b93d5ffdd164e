import { type FieldChange, NO_UNDO } from '../model/change.ts';
import { countOf } from '../model/finding.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import { whyRowStays } from '../model/why-row-stays.ts';
import { changeText } from '../people/import/change-text.ts';
import { WHY_BACK } from '../transfer/fields-back.ts';
import { touchedSince } from '../transfer/later-runs.ts';
import { tallyChanged } from '../transfer/tally-changed.ts';
import { countRowsBack, rowsBackText } from '../transfer/undone-text.ts';
import { alignColumns } from './align-columns.ts';
import { valueText } from './value-text.ts';

/** So many rows are told of; of more, their number. */
const MOST = 50;

/**
 * What the undo of an import does, person by person: what is put back, value by value as far as these are told, who goes
 * or comes back, and what stays; and the sum.
 * @param told how many rows are told of: the first of them, or all
 */
export function describeUndoRows(
  { pairs, undoOf }: Plan,
  ascii: boolean,
  told: 'first' | 'all' = 'first',
): { rows: string[]; sum: string } {
  const most = told === 'all' ? pairs.length : MOST;
  const { stays, overwritable } = tallyChanged(
    pairs.flatMap(({ undo }) => Object.values(undo)),
    undoOf?.overwriteChanged === true,
  );
  const shown = pairs.slice(0, most).flatMap((pair) => [rowText(pair, undoOf), ...valueLines(pair, ascii)]);
  const rest = pairs.length - most;
  const more = rest > 0 ? [`and ${countOf(rest, 'more row')}; --json tells of all`] : [];
  const advice =
    overwritable > 0 ? ['To put back what has changed as well, and lose those changes, add --overwrite-changed'] : [];
  const sum = [
    rowsBackText(countRowsBack(pairs)) || 'nothing is put back',
    ...(stays === 0 ? [] : [`${numberText(stays)} changed since and left as they are`]),
  ];
  return { rows: [...shown, ...more, ...advice], sum: `In all: ${countOf(pairs.length, 'row')}; ${sum.join('; ')}.` };
}

/** "line 4: John Smith (19): 2 values put back; 1 changed since and stays, touched since by run …". */
function rowText(pair: PlannedPair, undoOf: Plan['undoOf']): string {
  const { line, source, undo, effect } = pair;
  const change = undo[USER_INFORMATION] ?? { ...NO_UNDO, stuck: 0, outcome: 'put-back' as const };
  const { stays, already } = tallyChanged([change], undoOf?.overwriteChanged === true);
  const since = touchedSince(pair).ofAll;
  const parts = [
    rowsBackText(countRowsBack([pair])),
    already === 0 ? '' : `${numberText(already)} back already`,
    stays === 0
      ? ''
      : [stayText(pair, stays, change.stuck > 0, undoOf), since].filter((text) => text !== '').join(', '),
  ].filter((text) => text !== '');
  const what = effect === 'marked' ? 'nothing needs to be put back' : parts.join('; ') || 'nothing is put back';
  return `${line === null ? '' : `line ${line}: `}${source.name} (${source.id}): ${what}`;
}

/** "Team  Sales -> Support", and of what has changed since what becomes of that. */
function valueLines({ fields }: PlannedPair, ascii: boolean): string[] {
  const rows = fields.map((change) => [change.field, valuesText(change, ascii)]);
  return alignColumns(rows, { ascii }).map((text) => `  ${text}`);
}

function valuesText(change: FieldChange, ascii: boolean): string {
  const { before, after } = changeText(change, valueText, null, { ascii });
  if (change.taken === 'target') return `${before} stays: changed since the run, before which it was ${after}`;
  return `${before} -> ${after}${change.why === WHY_BACK.lost ? ' (changed since the run: that change is LOST)' : ''}`;
}

function stayText(pair: PlannedPair, stays: number, isStuck: boolean, undoOf: Plan['undoOf']): string {
  return isStuck
    ? whyRowStays(pair, undoOf)
    : `${numberText(stays)} changed since and ${stays === 1 ? 'stays' : 'stay'}`;
}
