import { changesAnything } from '../../transfer/changes-anything.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { lookInto } from './review.ts';
import { touchedTypes } from './touched-types.ts';
import { planUndoOf } from './undo.ts';

export const UNDO_TABS = ['By type', 'Pairs', 'Changed since', 'Warnings'] as const;

/** What will be put back, all of it; the plan is made anew each time that the operator comes here. */
export const undoReviewLogic: Logic = {
  enter: (state) => (state.mode === 'undo' && state.undo !== null ? planUndoOf(state, state.undo) : state),
  act(state, action) {
    switch (action) {
      case 'left':
      case 'right': {
        const step = action === 'left' ? UNDO_TABS.length - 1 : 1;
        return { ...state, reviewTab: (state.reviewTab + step) % UNDO_TABS.length, scroll: 0 };
      }
      case 'records':
        return lookInto(state, UNDO_TABS[state.reviewTab] === 'By type' ? touchedTypes(state) : []);
      case 'overwrite-changed':
        return toggleOverwriting(state);
      case 'enter':
        return leave(state);
      default:
        return { ...state, scroll: moveCursor(state.scroll, action, tabLength(state), bodySize(state).height - 4) };
    }
  },
};

/** What an undo says of changes since, once its plan is there: nothing is lost in silence. */
export function sayChanged(state: State): State {
  const { changed = 0 } = state.plan?.totals ?? {};
  if (changed === 0) return state;
  const [records, stay] =
    changed === 1 ? ['1 record', 'it stays as it is'] : [`${changed} records`, 'they stay as they are'];
  return state.plan?.undoOf?.overwriteChanged === true
    ? say(state, 'bad', `OVERWRITTEN: ${records} changed since the run; what was changed is LOST. o leaves that alone.`)
    : say(state, 'bad', `${records} changed since the run: ${stay}. Changed since tells which; o puts that back, too.`);
}

function toggleOverwriting(state: State): State {
  const { mode, undo, plan } = state;
  if (mode !== 'undo' || undo === null) {
    return say(state, 'info', 'This undo has begun: what it does with changes was confirmed then.');
  }
  if (plan === null) return state;
  if (plan.totals.changed === 0 && !undo.overwriteChanged) {
    return say(state, 'info', 'Nothing has changed since the run: there is nothing to overwrite.');
  }
  return planUndoOf(state, { ...undo, overwriteChanged: !undo.overwriteChanged });
}

function leave(state: State): State {
  const { plan, mode } = state;
  if (plan === null) return state;
  if (plan.pairs.length === 0) {
    return say(state, 'bad', 'No pair can be put back; Warnings tells why. Esc goes back.');
  }
  // An unfinished run comes to its end by going on, whatever is left of it.
  if (mode === 'resume' || changesAnything(plan)) return goOn(state);
  return say(
    state,
    'bad',
    plan.totals.changed > 0
      ? 'Nothing would be put back: all of it has changed since. o puts it back all the same.'
      : 'Nothing would be put back: it is as it was before the run. Esc goes back.',
  );
}

/** How far the tab on screen can be scrolled; prose is bounded where it is drawn. */
function tabLength(state: State): number {
  const tab = UNDO_TABS[state.reviewTab];
  if (tab === 'By type') return touchedTypes(state).length;
  return tab === 'Pairs' ? (state.plan?.pairs.length ?? 0) : 100_000;
}
