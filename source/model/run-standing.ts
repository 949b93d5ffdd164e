import { numberText } from './number-text.ts';
import type { Run, RunPair, RunSummary } from './run.ts';
import { stateWords } from './run-words.ts';

/** What a run does, for lists: "transfer", "undo of 2026-03-02-0915-k3vd". */
export function operationWords({ operation, undoOf }: Pick<RunSummary, 'operation' | 'undoOf'>): string {
  return undoOf === null ? operation : `${operation} of ${undoOf}`;
}

/** The state of a run in words; whether it stands, or one of `runs` has put it back, counts for more than how it ended. */
export function runWords(run: RunSummary, runs: readonly RunSummary[]): string {
  const { id, counts } = run;
  if (counts.undone > 0 && counts.undone === counts.done) return 'undone';
  return standingUndos(id, runs).length > 0 ? 'partly undone' : stateWords(run);
}

/** The runs among `runs` that put something of run `id` back, and have not been put back themselves; oldest first. */
export function standingUndos(id: string, runs: readonly RunSummary[]): string[] {
  const undos = runs.filter(({ undoOf, counts }) => undoOf === id && counts.done > counts.undone);
  return undos.map((run) => run.id).toReversed();
}

/** Whether a run has stopped or broken off and may yet be gone on with. */
export function isUnfinished({ state, counts, closed }: Pick<RunSummary, 'state' | 'counts' | 'closed'>): boolean {
  return closed !== true && (state === 'interrupted' || (state === 'stopped' && counts.left > 0));
}

/** Whether something of what a run did has been put back since. Its plan then carries more than what the run has left. */
export function isTouchedSince({ pairs }: Pick<Run, 'pairs'>): boolean {
  return pairs.some(({ undone }) => undone !== undefined);
}

/**
 * The pairs of a run that a new plan tries: those that failed, and those that are left of one that does not go on by its
 * plan, as it was ended for good or some of it was put back; without those that a later run has done.
 */
export function listToRetry(run: Pick<Run, 'pairs' | 'state' | 'closed'>): RunPair[] {
  const goesOn = run.closed !== true && (run.state === 'running' || !isTouchedSince(run));
  return run.pairs.filter(
    ({ state, since }) => since === undefined && (state === 'failed' || (state === 'left' && !goesOn)),
  );
}

/** "3 failed, 2 left" of such pairs. */
export function retryWords(pairs: readonly Pick<RunPair, 'state'>[]): string {
  const told = (['failed', 'left'] as const).map((state): [number, string] => [
    pairs.filter((pair) => pair.state === state).length,
    state,
  ]);
  return told.flatMap(([count, state]) => (count > 0 ? `${numberText(count)} ${state}` : [])).join(', ');
}

/** "carried by run 2026-03-02-1030-x2ab since", of a pair that failed; '' where nothing has done it. */
export function sinceWords({ since }: Pick<RunPair, 'since'>, { undoOf }: Pick<RunSummary, 'undoOf'>): string {
  return since === undefined ? '' : `${undoOf === null ? 'carried' : 'put back'} by run ${since} since`;
}

/** What became of a pair: "failed; carried by run … since", "done, undone by 2026-03-02-1030-x2ab", "done, partly undone by …". */
export function pairWords(pair: RunPair, run: Pick<RunSummary, 'undoOf'>): string {
  const { state, partly, undone, since } = pair;
  if (since !== undefined) return `${state}; ${sinceWords(pair, run)}`;
  const done = partly ? `${state} in part` : state;
  if (undone === undefined) return done;
  return `${done}, ${undone.whole ? 'undone' : 'partly undone'} by ${undone.by.join(', ')}`;
}
