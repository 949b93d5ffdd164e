import type { RootOperation } from './plan.ts';
import type { RunSummary } from './run.ts';

/** What `run` does; of an undo, what the run did that it puts back, as far as `runs` know of it. */
export function operationOfRun(
  { operation, undoOf }: Pick<RunSummary, 'operation' | 'undoOf'>,
  runs: readonly RunSummary[],
): RootOperation {
  if (operation !== 'undo') return operation;
  const undone = runs.find(({ id }) => id === undoOf);
  return undone === undefined ? 'transfer' : operationOfRun(undone, runs);
}
