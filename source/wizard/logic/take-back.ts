import type { Decided } from '../merge-state.ts';
import { say } from '../navigate.ts';
import { type Place, placeBeneath, type State } from '../state.ts';

/** Where something is decided that can be taken back. */
const DECIDING: readonly Place[] = ['fields', 'courses', 'policy', 'conflicts', 'types', 'review'];

/** How many decisions are kept. */
export const MOST_DECISIONS = 200;

/** `after` with what had been decided in `before` kept, where a key has just decided otherwise. */
export function rememberDecided(before: State, after: State): State {
  if (!DECIDING.includes(placeBeneath(before)) || before.mode !== after.mode || isSame(before, after)) return after;
  const past = [...before.merge.past, decidedIn(before)].slice(-MOST_DECISIONS);
  return { ...after, merge: { ...after.merge, past } };
}

/** As it was before the last decision, whether that was about one thing or about many at once. */
export function takeBack(state: State): State {
  const { merge } = state;
  const last = merge.past.at(-1);
  if (last === undefined) return say(state, 'info', 'Nothing was decided that can be taken back.');
  const { choices, file, without } = last;
  const past = merge.past.slice(0, -1);
  return sayTakenBack({ ...state, without, merge: { ...merge, choices, file, past } }, past.length);
}

/** What is said once a choice was taken back. @param left how many more can be */
export function sayTakenBack(state: State, left: number): State {
  const more = left === 0 ? '' : ` ${left} more can be, with z.`;
  return say(state, 'good', `Taken back: as it was before the last choice.${more}`);
}

function decidedIn({ merge, without }: State): Decided {
  return { choices: merge.choices, file: merge.file, without };
}

function isSame(before: State, after: State): boolean {
  const [one, other] = [decidedIn(before), decidedIn(after)];
  return one.choices === other.choices && one.file === other.file && one.without === other.without;
}
