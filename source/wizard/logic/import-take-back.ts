import type { DecidedColumns } from '../import-state.ts';
import { IMPORT_STEPS } from '../import-steps.ts';
import { say } from '../navigate.ts';
import { type Place, placeBeneath, type State, stepNow } from '../state.ts';
import type { StepId } from '../steps.ts';
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
  const kept: DecidedColumns = { mapping, byHand, decided, guess, step: stepNow(before) };
  return withImport(after, { past: [...other.past, kept].slice(-MOST_DECISIONS) });
}

/** How many choices of this step can be taken back, the last one first: none once another step has had a later one. */
export function choicesHere(state: State): number {
  const { past } = state.importing;
  return past.length - 1 - past.findLastIndex(({ step }) => step !== stepNow(state));
}

/** The columns as they were before the last choice, if it was made at this step; what blanks do stays as it is. */
export function takeColumnsBack(state: State): State {
  const { past, mapping: now } = state.importing;
  const last = past.at(-1);
  if (last === undefined) return say(state, 'info', 'Nothing was decided that can be taken back.');
  if (choicesHere(state) === 0) {
    return say(state, 'info', `The last choice was made at “${titleOf(last.step)}”: z takes it back there.`);
  }
  const { mapping: before, byHand, decided, guess } = last;
  const mapping = now === null || before === null ? before : { ...now, columns: before.columns };
  const left = withImport(state, { mapping, byHand, decided, guess, past: past.slice(0, -1), weight: null });
  return sayTakenBack(left, choicesHere(left));
}

function titleOf(id: StepId): string {
  return IMPORT_STEPS.find((step) => step.id === id)?.title ?? '';
}
