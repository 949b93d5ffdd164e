import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import { changesAnything } from '../../transfer/changes-anything.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { type ChangedTally, tallyChanged } from '../../transfer/tally-changed.ts';
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

/** What an undo says of changes since and of later runs, once its plan is there: nothing is lost in silence. */
export function sayChanged(state: State): State {
  const { plan } = state;
  if (plan === null) return state;
  const told = [changedText(tallyOf(plan)), laterText(laterRuns(plan).length)].filter((text) => text !== '');
  return told.length === 0 ? state : say(state, 'bad', told.join(' '));
}

/** What becomes of the records that changed since the run, in numbers. */
export function tallyOf({ pairs, undoOf }: Plan): ChangedTally {
  const changes = pairs.flatMap(({ undo }) => Object.values(undo));
  return tallyChanged(changes, undoOf?.overwriteChanged ?? false);
}

function changedText({ overwritten, stays, overwritable }: ChangedTally): string {
  if (overwritten > 0) {
    const more = stays === 0 ? '' : ` ${numberText(stays)} more ${stays === 1 ? 'stays' : 'stay'}.`;
    return `OVERWRITTEN: ${countOf(overwritten, 'record')} changed since; what was changed is LOST. o leaves ${overwritten === 1 ? 'it' : 'them'}.${more}`;
  }
  if (stays === 0) return '';
  const left = stays === 1 ? 'it stays as it is' : 'they stay as they are';
  const since = `${countOf(stays, 'record')} changed since the run: ${left}`;
  if (overwritable === 0) return `${since} and cannot be overwritten.`;
  const some = overwritable < stays ? `${numberText(overwritable)} of them` : stays === 1 ? 'it' : 'them';
  return `${since}; o overwrites ${some}.`;
}

function laterText(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? 'A later run touched these people: undo it first (Warnings).'
    : `${numberText(count)} later runs touched these people: undo them first (Warnings).`;
}

function toggleOverwriting(state: State): State {
  const { mode, undo, plan } = state;
  if (mode !== 'undo' || undo === null) {
    return say(state, 'info', 'This undo has begun: what it does with changes was confirmed then.');
  }
  if (plan === null) return state;
  if (!undo.overwriteChanged && tallyOf(plan).overwritable === 0) {
    return say(state, 'info', whyNothingToOverwrite(plan));
  }
  return planUndoOf(state, { ...undo, overwriteChanged: !undo.overwriteChanged });
}

function whyNothingToOverwrite({ totals, undoOf }: Plan): string {
  if (totals.changed === 0) return 'Nothing has changed since the run: there is nothing to overwrite.';
  return undoOf?.operation === 'import'
    ? 'Nothing can be overwritten: Changed since says of each row why.'
    : 'Nothing can be overwritten: it went on to somebody else or was replaced since, or hangs together with what did.';
}

function leave(state: State): State {
  const { plan, mode } = state;
  if (plan === null) return state;
  if (plan.pairs.length === 0) {
    return say(state, 'bad', 'No pair can be put back; Warnings tells why. Esc goes back.');
  }
  // An unfinished run comes to its end by going on, whatever is left of it.
  if (mode === 'resume' || changesAnything(plan)) return goOn(state);
  return say(state, 'bad', `Nothing would be put back: ${whyNothing(plan)}`);
}

function whyNothing(plan: Plan): string {
  const { overwritable, stays } = tallyOf(plan);
  if (stays === 0) return 'it is as it was before the run. Esc goes back.';
  if (overwritable > 0) return 'all of it has changed since. o overwrites that.';
  const [later] = laterRuns(plan);
  const first = later === undefined ? 'Changed since tells which.' : `Undo run ${later} first.`;
  return `it has changed since and cannot be overwritten. ${first}`;
}

/** How far the tab on screen can be scrolled; prose is bounded where it is drawn. */
function tabLength(state: State): number {
  const tab = UNDO_TABS[state.reviewTab];
  if (tab === 'By type') return touchedTypes(state).length;
  return tab === 'Pairs' ? (state.plan?.pairs.length ?? 0) : 100_000;
}
