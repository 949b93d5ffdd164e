import type { RunPair, RunSummary } from './run.ts';

/** What a run does, for lists: "transfer", "undo of 2026-03-02-0915-k3vd". */
export function operationWords({ operation, undoOf }: Pick<RunSummary, 'operation' | 'undoOf'>): string {
  return undoOf === null ? operation : `${operation} of ${undoOf}`;
}

/** What became of a pair: "failed", "done, undone by 2026-03-02-1030-x2ab", "done, partly undone by …". */
export function pairWords({ state, partly, undone }: RunPair): string {
  const done = partly ? `${state} in part` : state;
  if (undone === undefined) return done;
  return `${done}, ${undone.whole ? 'undone' : 'partly undone'} by ${undone.by.join(', ')}`;
}
