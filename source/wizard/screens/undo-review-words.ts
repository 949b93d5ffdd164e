import type { UndoChange, UndoCounts } from '../../model/change.ts';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import { pairNoun } from '../../model/run-words.ts';
import { copiesText, fieldsText } from '../../model/undo-counts-text.ts';
import { countUndone } from '../../transfer/count-undone.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { rootOperation } from '../../transfer/root-operation.ts';
import { tallyChanged } from '../../transfer/tally-changed.ts';
import { type AccountCounts, countRowsBack, rowsBackText } from '../../transfer/undone-text.ts';
import type { TouchedType } from '../logic/touched-types.ts';
import { tallyOf, type UNDO_TABS } from '../logic/undo-review.ts';
import { accountsShort } from './account-words.ts';

/** The numbers, their headings, and which of them give way first where the screen is narrow. */
export const NUMBERS: readonly [keyof UndoCounts, string, drop: number][] = [
  ['returned', 'returned', 1],
  ['restored', 'restored', 2],
  ['removed', 'REMOVED', 3],
  ['changed', 'CHANGED', 0],
];

/** What a tab says of an undo that does nothing of what would stand there. */
export const NOTHING_BACK = 'Nothing of this is put back.';

/**
 * "1 LATER RUN, 3 CHANGED SINCE: left alone, 2 REMOVED, 122 returned, 47 restored", of an import "1 INACTIVE, 7 values put
 * back": what could surprise stands first. @param accounts of the undo of an import: how many it opens again, or closes
 */
export function totalsText(plan: Plan, accounts: AccountCounts | null): string {
  const { changed } = plan.totals;
  const { overwritten, stays } = tallyOf(plan);
  const later = laterRuns(plan).length;
  return [
    ...(later === 0 ? [] : [countOf(later, 'LATER RUN', 'LATER RUNS')]),
    ...(overwritten === 0 ? [] : [`${numberText(overwritten)} OVERWRITTEN`]),
    ...(stays === 0 ? [] : [`${numberText(stays)} CHANGED SINCE: left alone`]),
    ...(accounts === null ? [] : accountsShort(accounts)),
    ...doneText(plan),
    ...(changed === 0 ? ['nothing changed since'] : []),
  ].join(', ');
}

function doneText(plan: Plan): string[] {
  if (nounOfPlan(plan) === 'row')
    return [rowsBackText({ ...countRowsBack(plan.pairs), overwritten: 0 }) || 'nothing put back'];
  const { returned, restored, removed, copies, fields } = countUndone(plan.pairs);
  return [
    ...(removed === 0 ? [] : [`${numberText(removed)} REMOVED`]),
    ...(copies === 0 ? [] : [copiesText(copies)]),
    `${numberText(returned)} returned`,
    `${numberText(restored)} restored`,
    ...(fields === 0 ? [] : [fieldsText(fields)]),
  ];
}

/** "pair", or of the undo of an import "row". */
export function nounOfPlan(plan: Pick<Plan, 'operation' | 'undoOf'>): 'pair' | 'row' {
  return pairNoun(rootOperation(plan));
}

/** What a part of the review is called. */
export function tabLabel(plan: Plan, tab: (typeof UNDO_TABS)[number]): string {
  return tab === 'Pairs' && nounOfPlan(plan) === 'row' ? 'Rows' : tab;
}

/** The numbers of `changes`, summed, as the columns have them. */
export function sumsOf(changes: readonly UndoChange[]): string[] {
  return NUMBERS.map(([name]) => numberText(changes.reduce((sum, change) => sum + change[name], 0)));
}

/** What the numbers of a data type mean, as far as changes since concern it. */
export function aboutType(
  { pairs, undoOf }: Plan,
  { id, label, rule }: Pick<TouchedType, 'id' | 'label' | 'rule'>,
): string {
  const changes = pairs.flatMap(({ undo }) => undo[id] ?? []);
  const { overwritten, stays, already } = tallyChanged(changes, undoOf?.overwriteChanged === true);
  if (overwritten > 0)
    return `${label}: ${numberText(overwritten)} changed since the run and OVERWRITTEN; the changes are lost.`;
  if (already > 0 && stays === 0)
    return `${label}: ${numberText(already)} back already, though not by an undo of this run.`;
  if (stays === 0 && rule === 'sum') {
    const what = undoOf?.isAgain ? 'what the run had taken out comes in again' : 'what the run had added is taken out';
    return `${label}: ${what}; what others added stays.`;
  }
  if (stays === 0) return `${label}: put back as it was before the run.`;
  return changes.every(({ outcome }) => outcome === 'left-alone')
    ? `${label}: changed since; nothing of it is put back.`
    : `${label}: what has changed since stays so; the rest is put back.`;
}
