import type { Run, RunPair } from '../../model/run.ts';
import { findRunPair, type PairIds } from './find-run-pair.ts';

/**
 * Marks in the run that `undo` puts back that it has put back a pair. Where that run was itself an undo, what it had put
 * back stands again, and so on through the runs before it.
 */
export function markUndone(runs: ReadonlyMap<string, Run>, undo: Run, ids: PairIds): void {
  if (undo.undoOf === null) return;
  const { pair } = find(runs, undo.id, ids);
  const others = treeOf(runs, undo.undoOf, ids);
  // What it leaves, and what those before it have put back: together with them nothing is left.
  if (!pair.partly && others.length > 0) pair.with = others;
  tellBefore(runs, undo, ids);
}

/** The undos of a pair of run `id`, with their own undos, and so on. */
function treeOf(runs: ReadonlyMap<string, Run>, id: string, ids: PairIds): string[] {
  return byOf(runs, id, ids).flatMap((undo) => [undo, ...treeOf(runs, undo, ids)]);
}

/** What `undo` did to a pair stands, or not, or in part: the run that it puts back is told, and so on. */
function tellBefore(runs: ReadonlyMap<string, Run>, undo: Run, ids: PairIds): void {
  if (undo.undoOf === null) return;
  const { run, pair } = find(runs, undo.undoOf, ids);
  const others = (pair.undone?.by ?? []).filter((each) => each !== undo.id);
  const by = find(runs, undo.id, ids).pair.undone?.whole === true ? others : [...others, undo.id];
  if (by.length === 0) setUndone(run, pair, undefined);
  else {
    setUndone(run, pair, { by, whole: false });
    setUndone(run, pair, { by, whole: isWhole(runs, run.id, ids) });
  }
  tellBefore(runs, run, ids);
}

/**
 * Whether nothing is left of a pair of run `id`: one of its undos that left nothing when it was done tells so, if what
 * was put back then, by that one and those before it, is put back still.
 */
function isWhole(runs: ReadonlyMap<string, Run>, id: string, ids: PairIds): boolean {
  return byOf(runs, id, ids).some((undo) => {
    const { pair } = find(runs, undo, ids);
    return !pair.partly && isKept(runs, id, [...(pair.with ?? []), undo], ids);
  });
}

/** Whether the undos of run `id` among `then` stand, with no undo of their own but what was among `then` and still is. */
function isKept(runs: ReadonlyMap<string, Run>, id: string, then: readonly string[], ids: PairIds): boolean {
  const by = byOf(runs, id, ids);
  return then
    .filter((undo) => runs.get(undo)?.undoOf === id)
    .every((undo) => {
      const since = byOf(runs, undo, ids);
      return by.includes(undo) && since.every((again) => then.includes(again) && isKept(runs, again, then, ids));
    });
}

function byOf(runs: ReadonlyMap<string, Run>, id: string, ids: PairIds): readonly string[] {
  return find(runs, id, ids).pair.undone?.by ?? [];
}

function setUndone(run: Run, pair: RunPair, undone: RunPair['undone']): void {
  run.counts.undone += Number(undone?.whole ?? false) - Number(pair.undone?.whole ?? false);
  if (undone === undefined) delete pair.undone;
  else pair.undone = undone;
}

function find(runs: ReadonlyMap<string, Run>, id: string, ids: PairIds): { run: Run; pair: RunPair } {
  const run = runs.get(id);
  const pair = run === undefined ? undefined : findRunPair(run.pairs, ids);
  if (run === undefined || pair === undefined)
    throw new Error(`The journal undoes a pair that run ${id} does not hold`);
  return { run, pair };
}
