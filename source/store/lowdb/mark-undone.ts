import type { Run, RunPair } from '../../model/run.ts';

/** Who is told of a pair that was put back. */
interface PutBack {
  source: number;
  target: number;
  /** Id of the run that did it. */
  by: string;
  /** Whether nothing of the pair was left as it was. */
  whole: boolean;
}

/**
 * Marks in run `id` that a later run has put a pair back. Where run `id` was itself an undo, what it had put back
 * stands again, and so on through the runs before it.
 */
export function markUndone(runs: ReadonlyMap<string, Run>, id: string, { source, target, by, whole }: PutBack): void {
  const { run, pair } = find(runs, id, source, target);
  setUndone(run, pair, { by: [...(pair.undone?.by ?? []).filter((each) => each !== by), by], whole });
  if (run.undoOf !== null) markStanding(runs, run.undoOf, { source, target, by: run.id, whole });
}

/** The undo `by` of a pair has been taken back: what run `id` did to the pair stands again, or part of it. */
function markStanding(runs: ReadonlyMap<string, Run>, id: string, { source, target, by, whole }: PutBack): void {
  const { run, pair } = find(runs, id, source, target);
  const others = (pair.undone?.by ?? []).filter((each) => each !== by || !whole);
  setUndone(run, pair, others.length === 0 ? undefined : { by: others, whole: false });
  if (run.undoOf !== null) {
    markUndone(runs, run.undoOf, { source, target, by: run.id, whole: whole && pair.partly !== true });
  }
}

function setUndone(run: Run, pair: RunPair, undone: RunPair['undone']): void {
  run.counts.undone += Number(undone?.whole ?? false) - Number(pair.undone?.whole ?? false);
  if (undone === undefined) delete pair.undone;
  else pair.undone = undone;
}

function find(runs: ReadonlyMap<string, Run>, id: string, source: number, target: number): { run: Run; pair: RunPair } {
  const run = runs.get(id);
  const pair = run?.pairs.find((each) => each.source === source && each.target === target);
  if (run === undefined || pair === undefined)
    throw new Error(`The journal undoes a pair that run ${id} does not hold`);
  return { run, pair };
}
