import { numberText } from '../../model/number-text.ts';
import type { RunSummary } from '../../model/run.ts';
import { operationWords, runWords, standingUndos } from '../../model/run-standing.ts';
import { timeText } from '../../model/time-text.ts';
import type { State } from '../state.ts';

/** A run in cells: id, what it did, its state, its pairs, by whom, when. */
export function cellsOf(run: RunSummary, runs: readonly RunSummary[]): string[] {
  const { done, failed, left, undone } = run.counts;
  const counts = [
    `${numberText(done)} done`,
    ...(failed > 0 ? [`${numberText(failed)} failed`] : []),
    ...(left > 0 ? [`${numberText(left)} left`] : []),
    ...(undone > 0 ? [`${numberText(undone)} undone`] : []),
  ];
  return [run.id, run.operation, runWords(run, runs), counts.join(', '), run.operator, timeText(run.startedAt)];
}

/** "Undo of 2026-…, by admin, 2026-03-02 09:15:20 UTC. Undone by 2026-…."; what stopped it comes first. */
export function aboutRun({ world }: State, run: RunSummary): string {
  const what = operationWords(run);
  const undos = standingUndos(run.id, world.runs);
  return [
    ...(run.reason === undefined ? [] : [`Stopped: ${run.reason}`]),
    `${what.slice(0, 1).toUpperCase()}${what.slice(1)}, by ${run.operator}, ${timeText(run.startedAt)}.`,
    ...(undos.length === 0
      ? []
      : [`${run.counts.undone === run.counts.done ? 'Undone' : 'Partly undone'} by ${undos.join(', ')}.`]),
  ].join(' ');
}
