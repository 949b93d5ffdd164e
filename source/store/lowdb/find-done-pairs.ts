import type { Run } from '../../model/run.ts';

/** "source:target" of every pair that `runs` have carried and that has not been put back wholly → the run that did it. */
export function findDonePairs(runs: ReadonlyMap<string, Run>): Map<string, string> {
  const done = new Map<string, string>();
  for (const run of runs.values()) {
    if (run.operation === 'undo') continue;
    for (const { source, target, state, undone } of run.pairs) {
      if (state === 'done' && undone?.whole !== true) done.set(`${source}:${target}`, run.id);
    }
  }
  return done;
}
