import type { Run, RunPair } from '../../model/run.ts';

/** Which pair of a run. */
interface PairIds {
  source: number;
  target: number;
}

/**
 * Marks in the run that `undo` puts back that it has put back a pair. Where that run was itself an undo, what it had put
 * back stands again, and so on through the runs before it.
 */
export function markUndone(runs: ReadonlyMap<string, Run>, undo: Run, ids: PairIds): void {
  if (undo.undoOf === null) return;
  const done = find(runs, undo.id, ids).pair;
  const others = (find(runs, undo.undoOf, ids).pair.undone?.by ?? []).filter((each) => each !== undo.id);
  // What it leaves, and what those before it have put back: together with them nothing is left.
  if (!done.partly && others.length > 0) done.with = others;
  tellBefore(runs, undo, ids);
}

/** What `undo` did to a pair stands, or not, or in part: the run that it puts back is told, and so on. */
function tellBefore(runs: ReadonlyMap<string, Run>, undo: Run, ids: PairIds): void {
  if (undo.undoOf === null) return;
  const { run, pair } = find(runs, undo.undoOf, ids);
  const others = (pair.undone?.by ?? []).filter((each) => each !== undo.id);
  const by = find(runs, undo.id, ids).pair.undone?.whole === true ? others : [...others, undo.id];
  setUndone(run, pair, by.length === 0 ? undefined : { by, whole: isWhole(runs, by, ids) });
  tellBefore(runs, run, ids);
}

/**
 * Whether the undos `by` leave nothing of a pair. One of them that left nothing when it was done, together with those
 * that stood then, tells so; they must stand still, all of what they did.
 */
function isWhole(runs: ReadonlyMap<string, Run>, by: readonly string[], ids: PairIds): boolean {
  const pairs = new Map(by.map((id) => [id, find(runs, id, ids).pair]));
  const stands = (id: string) => pairs.has(id) && pairs.get(id)?.undone === undefined;
  return [...pairs].some(([id, pair]) => !pair.partly && stands(id) && (pair.with ?? []).every(stands));
}

function setUndone(run: Run, pair: RunPair, undone: RunPair['undone']): void {
  run.counts.undone += Number(undone?.whole ?? false) - Number(pair.undone?.whole ?? false);
  if (undone === undefined) delete pair.undone;
  else pair.undone = undone;
}

function find(runs: ReadonlyMap<string, Run>, id: string, { source, target }: PairIds): { run: Run; pair: RunPair } {
  const run = runs.get(id);
  const pair = run?.pairs.find((each) => each.source === source && each.target === target);
  if (run === undefined || pair === undefined)
    throw new Error(`The journal undoes a pair that run ${id} does not hold`);
  return { run, pair };
}
