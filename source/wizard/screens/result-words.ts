import { countOf } from '../../model/finding.ts';
import { leftOutText } from '../../model/left-out-text.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run, RunPair } from '../../model/run.ts';
import { sinceWords } from '../../model/run-standing.ts';
import { nounOf } from '../../model/run-words.ts';
import { undoneText } from '../../transfer/undone-text.ts';
import { undoersOf } from '../logic/result.ts';
import { goesBack } from '../logic/run.ts';
import { pairStanding } from '../logic/run-pairs.ts';
import type { State } from '../state.ts';
import { tellPair } from '../tell-pair.ts';
import { rowFates, rowsDoneText } from './row-fates.ts';

/** Why the store stopped a run, and what to do. */
export function reasonText(reason: string): string {
  return `Why: ${reason} Mend that, then go on with what is left.`;
}

/** Of which run it is an undo, what of a file it left out, and whether it was itself undone. */
export function aboutRun(run: Run, leftOut: number): string[] {
  const { done, undone } = run.counts;
  const left = leftOutText(leftOut);
  const undoers = undoersOf(run);
  return [
    ...undoText(run),
    ...(left === null ? [] : [left]),
    ...(undoers.length === 0
      ? []
      : [`${undone === done ? 'Undone' : 'Partly undone'} since, by run ${undoers.join(' and ')}.`]),
  ];
}

/** Of which run it is the undo, and how what it has left alone can be put back, too. */
function undoText(run: Run): string[] {
  const { undoOf, pairs } = run;
  if (undoOf === null) return [];
  const partly = pairs.filter((pair) => pair.partly === true).length;
  const rest = `; of ${countOf(partly, nounOf(run))} something stays as it is. To put that back too, undo that run again.`;
  return [`It is the undo of run ${undoOf}${partly === 0 ? '.' : rest}`];
}

/** What became of the records, or of an import's people, in numbers. */
export function recordsText(plan: Plan, operation: Run['operation']): string {
  if (operation === 'undo') return undoneText(plan);
  if (operation === 'import') return rowsDoneText(plan);
  const { combined, summed, replaced } = plan.totals;
  return `${numberText(combined + summed)} ${operation === 'merge' ? 'came over' : 'moved'}, ${numberText(replaced)} replaced`;
}

/** No list tells of more. */
const MOST = 2000;

/** A line each: what failed and why, or else every pair. */
export function listLines(state: State, run: Run): string[] {
  const { pairs } = run;
  const textOf = (pair: RunPair) => tellPair(state, pair, goesBack(state, run));
  const failed = pairs.filter(({ state }) => state === 'failed');
  // What was not transferred is what the operator must know of.
  if (failed.length > 0) {
    const since = (pair: RunPair) => (pair.since === undefined ? '' : ` (${sinceWords(pair, run)})`);
    return failed
      .slice(0, MOST)
      .map((pair) => `${pair.source}  ${textOf(pair)}: ${pair.reason ?? 'no reason is known'}${since(pair)}`);
  }
  const left = pairs.filter(({ state }) => state === 'left');
  const partly = pairs.filter((pair) => pair.partly === true);
  const done = pairs.filter((pair) => pair.state === 'done' && pair.partly !== true);
  const listed = [...left, ...partly, ...done].slice(0, MOST);
  const width = Math.max(...listed.map((pair) => pairStanding(pair).length));
  const fateOf = rowFates(state.result?.done ?? null);
  const more = pairs.length - listed.length;
  return [
    ...listed.map((pair) => `${pairStanding(pair).padEnd(width)}  ${textOf(pair)}${fateOf(pair)}`),
    ...(more > 0 ? [`and ${countOf(more, `more ${nounOf(run)}`)}; Tab lists all ${nounOf(run)}s`] : []),
  ];
}
