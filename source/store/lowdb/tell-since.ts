import type { Run } from '../../model/run.ts';
import { findDonePairs } from './find-done-pairs.ts';

/**
 * Notes in `run`, which it changes, which of its pairs that failed or are left another of `runs` has carried since, or put back since
 * where it is an undo.
 */
export function tellSince(run: Run, runs: ReadonlyMap<string, Run>): Run {
  // While it is at work nobody else does what it could not.
  if (run.counts.failed + run.counts.left === 0 || run.state === 'running') return run;
  const { operation, undoOf } = run;
  const settled = operation === 'undo' ? findPutBack(runs.get(undoOf ?? '')) : findDonePairs(runs, operation);
  for (const pair of run.pairs) {
    const since = pair.state !== 'done' ? settled.get(`${pair.source}:${pair.target}`) : undefined;
    if (since !== undefined) pair.since = since;
  }
  return run;
}

/** Every pair of `run` that was put back wholly → the run that did the last of it. */
function findPutBack(run: Run | undefined): Map<string, string> {
  const settled = new Map<string, string>();
  for (const { source, target, undone } of run?.pairs ?? []) {
    const by = undone?.whole === true ? undone.by.at(-1) : undefined;
    if (by !== undefined) settled.set(`${source}:${target}`, by);
  }
  return settled;
}
