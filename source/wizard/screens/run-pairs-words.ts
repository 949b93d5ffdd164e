import type { State } from '../state.ts';

/** Why no pair is listed, and what to do. */
export function emptyText({ pairFilter, pairField }: State): string {
  if (pairField.value.trim() !== '') return 'No pair fits. Try less of a name or an ID; Esc empties the search.';
  return `No pair is listed under “${pairFilter}”: Tab shows others.`;
}
