import { pairText } from '../../model/pair-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run, RunPair } from '../../model/run.ts';
import { sinceWords } from '../../model/run-standing.ts';
import { undoCountsText } from '../../model/undo-counts-text.ts';
import { undoersOf } from '../logic/result.ts';
import { goesBack } from '../logic/run.ts';
import { pairStanding } from '../logic/run-pairs.ts';
import type { State } from '../state.ts';

/** Why the store stopped a run, and what to do. */
export function reasonText(reason: string): string {
  return `Why: ${reason} Mend that, then go on with what is left.`;
}

/** Of which run it is an undo, and whether it was itself undone. */
export function aboutRun(run: Run): string[] {
  const { done, undone } = run.counts;
  const undoers = undoersOf(run);
  return [
    ...undoText(run),
    ...(undoers.length === 0
      ? []
      : [`${undone === done ? 'Undone' : 'Partly undone'} since, by run ${undoers.join(' and ')}.`]),
  ];
}

/** Of which run it is the undo, and how what it has left alone can be put back, too. */
function undoText({ undoOf, pairs }: Run): string[] {
  if (undoOf === null) return [];
  const partly = pairs.filter((pair) => pair.partly === true).length;
  const rest = `; of ${partly} ${partly === 1 ? 'pair' : 'pairs'} something stays as it is. To put that back too, undo that run again.`;
  return [`It is the undo of run ${undoOf}${partly === 0 ? '.' : rest}`];
}

/** What became of the records, in numbers. */
export function recordsText({ totals }: Plan, operation: Run['operation']): string {
  const { combined, summed, replaced } = totals;
  if (operation === 'undo') return undoCountsText(totals);
  return `${combined + summed} ${operation === 'merge' ? 'came over' : 'moved'}, ${replaced} replaced`;
}

/** A line each: what failed and why, or else every pair. */
export function listLines(state: State, run: Run): string[] {
  const { pairs } = run;
  const textOf = (pair: RunPair) => pairText(pair, state.world.byId, goesBack(state, run));
  const failed = pairs.filter(({ state }) => state === 'failed');
  // What was not transferred is what the operator must know of.
  if (failed.length > 0) {
    const since = (pair: RunPair) => (pair.since === undefined ? '' : ` (${sinceWords(pair, run)})`);
    return failed.map(
      (pair) => `${pair.source}  ${textOf(pair)}: ${pair.reason ?? 'no reason is known'}${since(pair)}`,
    );
  }
  const left = pairs.filter(({ state }) => state === 'left');
  const partly = pairs.filter((pair) => pair.partly === true);
  const done = pairs.filter((pair) => pair.state === 'done' && pair.partly !== true);
  const width = Math.max(...pairs.map((pair) => pairStanding(pair).length));
  return [...left, ...partly, ...done].map((pair) => `${pairStanding(pair).padEnd(width)}  ${textOf(pair)}`);
}
