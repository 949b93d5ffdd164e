import type { DecidedColumns } from '../import-state.ts';
import { say } from '../navigate.ts';
import { type Place, placeBeneath, type State } from '../state.ts';
import { MOST_DECISIONS, sayTakenBack } from './take-back.ts';
import { withImport } from './with-import.ts';

/** Where something is decided about the columns of a file. */
const DECIDING: readonly Place[] = ['import-fields', 'import-field', 'import-types', 'import-words'];

/** `after` with what had been decided of the columns in `before` kept, where a key has just decided otherwise. */
export function rememberColumns(before: State, after: State): State {
  const [one, other] = [before.importing, after.importing];
  if (!DECIDING.includes(placeBeneath(before)) || before.trail !== after.trail) return after;
  if (one.mapping === other.mapping && one.byHand === other.byHand && one.decided === other.decided) return after;
  const { mapping, byHand, decided, guess } = one;
  const kept: DecidedColumns = { mapping, byHand, decided, guess };
  return withImport(after, { past: [...other.past, kept].slice(-MOST_DECISIONS) });
}

/** With nothing to be taken back: what was decided at another step is taken back there. */
export function forgetColumns(state: State): State {
  return withImport(state, { past: [] });
}

/** The columns as they were before the last choice at this step. */
export function takeColumnsBack(state: State): State {
  const { past } = state.importing;
  const last = past.at(-1);
  if (last === undefined) return say(state, 'info', 'Nothing was decided here that can be taken back.');
  const left = past.slice(0, -1);
  return sayTakenBack(withImport(state, { ...last, past: left, weight: null }), left.length);
}
