import type { Plan } from '../model/plan.ts';

/** The later runs that touched the people of the pairs of an undo and still stand, newest first. */
export function laterRuns({ undoOf, pairs }: Pick<Plan, 'undoOf' | 'pairs'>): string[] {
  const touching = new Set(pairs.flatMap(({ later = {} }) => Object.values(later).flat()));
  return (undoOf?.laterRuns ?? []).filter((run) => touching.has(run));
}
