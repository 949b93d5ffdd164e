import { foldLine } from '../model/fold-line.ts';
import { numberText } from '../model/number-text.ts';
import { nounOf } from '../model/run-words.ts';
import { visibleText } from '../model/visible-text.ts';
import type { State } from './state.ts';

/**
 * What is worth keeping of a wizard that was left, as lines for the normal screen that break between words.
 * @param again the flags that a further command needs, as they are typed
 */
export function farewell(
  state: Pick<State, 'summary' | 'run' | 'task'> | null,
  again: string,
  columns: number,
): string[] {
  return state === null ? [] : linesOf(state, again).flatMap((line) => foldLine(visibleText(line), columns));
}

function linesOf({ summary, run, task }: Pick<State, 'summary' | 'run' | 'task'>, again: string): string[] {
  const handover = again === '' ? 'handover' : `handover ${again}`;
  if (task?.job.kind === 'start-run' || task?.job.kind === 'resume-run') {
    return [...summary, `A run was being started. See whether it goes on: ${handover} runs`];
  }
  if (run?.state !== 'running') return [...summary];
  const { pairs, done, failed } = run.counts;
  return [
    ...summary,
    `The run ${run.id} goes on: ${numberText(done + failed)} of ${numberText(pairs)} ${nounOf(run)}s so far.`,
    `Come back to it: ${handover} watch ${run.id}`,
  ];
}
