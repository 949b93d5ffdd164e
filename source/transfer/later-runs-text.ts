import type { Plan } from '../model/plan.ts';

/** That later runs touched the people of an undo, and that they are to be undone first; null where none did. */
export function laterRunsText({ undoOf, pairs }: Pick<Plan, 'undoOf' | 'pairs'>): string | null {
  const touching = new Set(pairs.flatMap(({ later = {} }) => Object.values(later).flat()));
  const runs = (undoOf?.laterRuns ?? []).filter((run) => touching.has(run));
  if (runs.length === 0) return null;
  return runs.length === 1
    ? `A later run touched the same people: to have everything as it was, undo it first: ${runs[0]}`
    : `${runs.length} later runs touched the same people: to have everything as it was, undo them first, newest first: ${runs.join(', ')}`;
}
