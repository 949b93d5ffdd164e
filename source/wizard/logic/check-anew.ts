import { begin } from '../navigate.ts';
import type { State } from '../state.ts';
import { wishOf } from './with-import.ts';

/** With the rows of an import being checked, as the mapping and the mendings have them. */
export function checkAnew(state: State): State {
  const wish = wishOf(state);
  return wish === null ? state : begin(state, { kind: 'check-import', wish });
}
