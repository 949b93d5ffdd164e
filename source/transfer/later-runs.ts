import type { Plan, PlannedPair } from '../model/plan.ts';

/** The later runs that touched the people of the pairs of an undo and still stand, newest first. */
export function laterRuns({ undoOf, pairs }: Pick<Plan, 'undoOf' | 'pairs'>): string[] {
  const touching = new Set(pairs.flatMap(({ later = {} }) => Object.values(later).flat()));
  return (undoOf?.laterRuns ?? []).filter((run) => touching.has(run));
}

/** By which later runs the changed data types of a pair were touched, in words: of each, or once where it is the same of all. */
export function touchedSince({ undo, later = {} }: PlannedPair): { ofAll: string; of(type: string): string } {
  const changed = Object.keys(undo).filter((type) => (undo[type]?.changed ?? 0) > 0);
  const wordsOf = (type: string) =>
    later[type] === undefined ? '' : `touched since by run ${later[type].join(' and ')}`;
  const [only, ...others] = new Set(changed.map(wordsOf));
  if (only !== undefined && others.length === 0) return { ofAll: only, of: () => '' };
  return { ofAll: '', of: wordsOf };
}
