import type { RunSummary } from './run.ts';

/**
 * Whether to put run `id` back means to carry once more what an earlier run had carried: it is an undo itself, or the
 * undo of an undo of an undo … Data then goes from the source into the target again, and not back.
 * @param runs all that could be in between
 */
export function carriesAgain(id: string, runs: readonly Pick<RunSummary, 'id' | 'undoOf'>[]): boolean {
  const undoOf = runs.find((run) => run.id === id)?.undoOf ?? null;
  return undoOf !== null && !carriesAgain(undoOf, runs);
}

/** Whether run `run` brought its pairs back to their sources: an undo does, the undo of an undo carries them again. */
export function bringsBack(
  { undoOf }: Pick<RunSummary, 'undoOf'>,
  runs: readonly Pick<RunSummary, 'id' | 'undoOf'>[],
): boolean {
  return undoOf !== null && !carriesAgain(undoOf, runs);
}

/** Run `id`, the run that it puts back, the one that this puts back, and so on: the last one carried in the first place. */
export function lineOf(id: string, runs: readonly Pick<RunSummary, 'id' | 'undoOf'>[]): [string, ...string[]] {
  const undoOf = runs.find((run) => run.id === id)?.undoOf ?? null;
  return undoOf === null ? [id] : [id, ...lineOf(undoOf, runs)];
}
