import type { Run } from '../../model/run.ts';

/** A copy of `run` that stays as it is while `applyEntry` goes on with the run itself. */
export function copyRun<R extends Run>(run: R): R {
  return { ...run, counts: { ...run.counts }, pairs: run.pairs.map((pair) => ({ ...pair })) };
}
