import type { RootOperation } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';

/**
 * "source:target" of every pair that `runs` have transferred, or merged, and that has not been put back wholly → its run.
 * What a file said of somebody may be said again: of imports there are none.
 */
export function findDonePairs(runs: ReadonlyMap<string, Run>, operation: RootOperation): Map<string, string> {
  const done = new Map<string, string>();
  for (const run of runs.values()) {
    if (run.operation !== operation || operation === 'import') continue;
    for (const { source, target, state, undone } of run.pairs) {
      if (state === 'done' && undone?.whole !== true) done.set(`${source}:${target}`, run.id);
    }
  }
  return done;
}
