import { nounOf } from '../../model/run-words.ts';
import type { State } from '../state.ts';

/** Why no pair is listed, and what to do. */
export function emptyText({ pairFilter, pairField, result }: State): string {
  const noun = result === null ? 'pair' : nounOf(result.run);
  if (pairField.value.trim() !== '') return `No ${noun} fits. Try less of a name or an ID; Esc empties the search.`;
  return `No ${noun} is listed under “${pairFilter}”: Tab shows others.`;
}
