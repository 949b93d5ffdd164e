import { decisionOn, type FieldConflict } from '../../merge/choose-for-file.ts';
import { countOf } from '../../model/finding.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { bodySize } from '../layout.ts';
import { goOnOrReturn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { askedConflicts, openConflicts } from './file-choices.ts';
import { type Logic, moveCursor } from './logic.ts';
import { handOf, openPair, withHand } from './pair-choices.ts';
import { withFile } from './policy.ts';
import { takeBack } from './take-back.ts';

type Side = 'source' | 'target';

/** The conflicts that no policy settles, in one queue, field by field. */
export const conflictsLogic: Logic = {
  enter: (state) => withCursor(state, Math.min(state.merge.conflictCursor, askedConflicts(state).length - 1)),
  act(state, action) {
    const asked = askedConflicts(state);
    const here = conflictNow(state);
    switch (action) {
      case 'enter': {
        const open = openConflicts(state).length;
        if (open === 0) return goOnOrReturn(state);
        const many = countOf(open, 'conflict is', 'conflicts are');
        return say(
          toOpen(state, state.merge.conflictCursor),
          'bad',
          `${many} still open: decide with ← or →, or all of a field at once with a.`,
        );
      }
      case 'take-source':
      case 'take-target': {
        if (here === undefined) return state;
        const decided = decide(state, [here], action === 'take-source' ? 'source' : 'target');
        return withCursor(decided, Math.min(decided.merge.conflictCursor + 1, asked.length - 1));
      }
      case 'open-pair':
        return here === undefined ? state : openPair(state, { source: here.source.id, target: here.target.id });
      case 'take-back':
        return takeBack(state);
      case 'all-like-this':
        return decideAll(state, here);
      case 'next-problem':
        return toOpen(state, state.merge.conflictCursor + 1);
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        return withCursor(state, moveCursor(state.merge.conflictCursor, action, asked.length, page));
      }
    }
  },
};

/** The conflict under the cursor. */
export function conflictNow(state: State): FieldConflict | undefined {
  return askedConflicts(state)[state.merge.conflictCursor];
}

function withCursor(state: State, cursor: number): State {
  return { ...state, notice: null, merge: { ...state.merge, conflictCursor: Math.max(0, cursor) } };
}

function decide(state: State, conflicts: readonly FieldConflict[], side: Side): State {
  const decided: Record<string, Readonly<Record<string, Side>>> = { ...state.merge.file.decided };
  let next = state;
  for (const { source, target, rule } of conflicts) {
    const key = pairKey(source.id, target.id);
    decided[key] = { ...decided[key], [rule.field]: side };
    // What is decided here comes after what was chosen for the pair by hand.
    if (handOf(state, { source: source.id, target: target.id })?.fields[rule.field] !== undefined) {
      next = withHand(next, key, ({ fields: { [rule.field]: _, ...fields }, courses }) => ({ fields, courses }));
    }
  }
  return withFile(next, { ...next.merge.file, decided });
}

/** Every conflict of the same field as the one under the cursor, or as the one above it where that is open. */
function decideAll(state: State, here: FieldConflict | undefined): State {
  if (here === undefined) return state;
  const above = askedConflicts(state)[state.merge.conflictCursor - 1];
  const like = decisionOn(state.merge.file, here) === null && above?.rule === here.rule ? above : here;
  const side = decisionOn(state.merge.file, like);
  if (side === null)
    return say(state, 'info', 'Decide this one first, with ← or →; a then does the same for its whole field.');
  const same = askedConflicts(state).filter(({ rule }) => rule === here.rule);
  const next = toOpen(decide(state, same, side), state.merge.conflictCursor);
  const many = countOf(same.length, 'conflict takes', 'conflicts take');
  return say(next, 'info', `${here.rule.label}: ${many} the ${side}’s value. z takes this back.`);
}

/** To the first open conflict from this place on, else to the first of all. */
function toOpen(state: State, start: number): State {
  const { file } = state.merge;
  const places = askedConflicts(state).flatMap((conflict, place) => (decisionOn(file, conflict) === null ? place : []));
  const next = places.find((place) => place >= start) ?? places[0];
  return next === undefined ? say(state, 'good', 'No conflict is open. Enter goes on.') : withCursor(state, next);
}
