import type { UndoChange, UndoCounts } from '../../model/change.ts';
import type { Plan } from '../../model/plan.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { tallyChanged } from '../../transfer/tally-changed.ts';
import { tallyOf } from '../logic/undo-review.ts';

/** The numbers, their headings, and which of them give way first where the screen is narrow. */
export const NUMBERS: readonly [keyof UndoCounts, string, drop: number][] = [
  ['returned', 'returned', 1],
  ['restored', 'restored', 2],
  ['removed', 'REMOVED', 3],
  ['changed', 'CHANGED', 0],
];

/** "1 LATER RUN, 3 CHANGED SINCE: left alone, 2 REMOVED, 122 returned, 47 restored": what could surprise stands first. */
export function totalsText(plan: Plan): string {
  const { returned, restored, removed, changed } = plan.totals;
  const { overwritten, stays } = tallyOf(plan);
  const later = laterRuns(plan).length;
  return [
    ...(later === 0 ? [] : [later === 1 ? '1 LATER RUN' : `${later} LATER RUNS`]),
    ...(overwritten === 0 ? [] : [`${overwritten} OVERWRITTEN`]),
    ...(stays === 0 ? [] : [`${stays} CHANGED SINCE: left alone`]),
    ...(removed === 0 ? [] : [`${removed} REMOVED`]),
    `${returned} returned`,
    `${restored} restored`,
    ...(changed === 0 ? ['nothing changed since'] : []),
  ].join(', ');
}

/** The numbers of `changes`, summed, as the columns have them. */
export function sumsOf(changes: readonly UndoChange[]): string[] {
  return NUMBERS.map(([name]) => String(changes.reduce((sum, change) => sum + change[name], 0)));
}

/** What the numbers of a data type mean, as far as changes since concern it. */
export function aboutType({ pairs, undoOf }: Plan, { id, label }: { id: string; label: string }): string {
  const changes = pairs.flatMap(({ undo }) => undo[id] ?? []);
  const { overwritten, stays, already } = tallyChanged(changes, undoOf?.overwriteChanged === true);
  if (overwritten > 0) return `${label}: ${overwritten} changed since the run and OVERWRITTEN; the changes are lost.`;
  if (already > 0 && stays === 0) return `${label}: ${already} back already, though not by an undo of this run.`;
  if (stays === 0) return `${label}: put back as it was before the run.`;
  return changes.every(({ outcome }) => outcome === 'left-alone')
    ? `${label}: changed since; nothing of it is put back.`
    : `${label}: what has changed since stays so; the rest is put back.`;
}
