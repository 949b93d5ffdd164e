import { countOf } from '../../model/finding.ts';
import { type MergeChoices, NOTHING_TAKEN } from '../../model/merge-choices.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { type CheckedPairs, checkSingle } from '../../pairs/check-single.ts';
import { changesAnything } from '../../transfer/changes-anything.ts';
import { chooseTypes } from '../../transfer/choose-types.ts';
import { bodySize } from '../layout.ts';
import { begin, goOn, goTo, say } from '../navigate.ts';
import { carryingNow } from '../operation.ts';
import { isFromFile, type State } from '../state.ts';
import { fileChoices, openConflicts } from './file-choices.ts';
import { type Logic, moveCursor } from './logic.ts';
import { handOf, openPair, withHand } from './pair-choices.ts';
import { atOpenedPair, pairHere } from './review-pair.ts';
import { reviewTabs, type TabContent, tabNow } from './review-tabs.ts';
import { takeBack } from './take-back.ts';
import type { TouchedType } from './touched-types.ts';

/** The plan, made anew each time that the operator comes here, so that it is never older than the glance at it. */
export const reviewLogic: Logic = {
  enter(state) {
    // What an unfinished run has left is fixed: the plan was made and confirmed when it began.
    if (state.mode === 'resume') return state;
    return begin(
      { ...atOpenedPair(state), plan: null },
      {
        kind: 'plan',
        checked: pairsToPlan(state),
        direction: isFromFile(state) ? (state.direction ?? 'from-to') : 'from-to',
        carried: carriedTypes(state),
        operation: carryingNow(state),
        choices: choicesNow(state),
        retryOf: state.mode === 'retry' ? (state.retry?.run ?? null) : null,
      },
    );
  },
  act(state, action) {
    switch (action) {
      case 'left':
      case 'right': {
        const count = Math.max(1, reviewTabs(state).length);
        const step = action === 'left' ? count - 1 : 1;
        return { ...state, reviewTab: (state.reviewTab + step) % count, scroll: 0 };
      }
      case 'records':
        return lookInto(state, tabNow(state)?.types ?? []);
      case 'decide':
        return decide(state);
      case 'open-pair': {
        const pair = pairHere(state);
        if (state.mode !== 'bulk-merge') return state;
        return pair === undefined ? say(state, 'info', WHERE_PAIRS) : openPair(state, pair);
      }
      case 'as-proposed':
        return backToPolicy(state);
      case 'take-back':
        return planAgain(state, takeBack(state));
      case 'enter':
        return leave(state);
      default:
        return { ...state, scroll: moveCursor(state.scroll, action, tabLength(state), bodySize(state).height - 4) };
    }
  },
};

/** With the records of the data type under the cursor being looked up, where the tab on screen lists any. */
export function lookInto(state: State, types: readonly TouchedType[]): State {
  const type = types[Math.min(state.scroll, types.length - 1)];
  if (state.plan === null || type === undefined) {
    const tab = state.mode === 'merge' ? 'go to a tab of data types' : 'go to the tab By type';
    return say(state, 'info', `Records are shown by data type: ${tab} (←→), to a type (↑↓), and press d.`);
  }
  return begin(state, { kind: 'records', plan: state.plan, type: type.id });
}

const WHERE_PAIRS = 'Go to the tab Pairs (←→) and to a pair (↑↓): there it is opened, to choose for it by hand.';

/** The plan made anew where something was decided otherwise. */
function planAgain(before: State, after: State): State {
  if (after.merge.past === before.merge.past) return after;
  const planning = reviewLogic.enter?.(after) ?? after;
  return { ...planning, notice: after.notice };
}

/** The pair on screen by the policy again, and the plan made anew. */
function backToPolicy(state: State): State {
  const pair = pairHere(state);
  if (state.mode !== 'bulk-merge') return state;
  if (pair === undefined) return say(state, 'info', WHERE_PAIRS);
  if (handOf(state, pair) === null) return say(state, 'info', 'Nothing was chosen for this pair by hand.');
  const key = pairKey(pair.source, pair.target);
  const next = withHand(state, key, () => NOTHING_TAKEN);
  return reviewLogic.enter?.({ ...next, merge: { ...next.merge, pair } }) ?? next;
}

/** To the step that decides what is on screen; Enter and Esc come back from there. */
function decide(state: State): State {
  const step = tabNow(state)?.decidedAt ?? null;
  if (state.plan === null) return state;
  const pair = pairHere(state);
  if (pair !== undefined && step === null) return openPair(state, pair);
  if (step !== null && step !== 'types') return goTo(state, step);
  if (state.mode === 'resume' || state.mode === 'retry') {
    return say(state, 'info', 'This was decided when the run began; a new plan can be made on the first screen.');
  }
  return step === null
    ? say(state, 'info', 'Nothing is decided on this tab: go to another one (←→).')
    : goTo(state, step);
}

const OWNING_NOTHING = 'the sources own nothing of what is carried';

function leave(state: State): State {
  const { plan } = state;
  if (plan === null) return state;
  if (plan.problems.length > 0) {
    return say({ ...state, reviewTab: 0, scroll: 0 }, 'bad', 'Nothing can be run: the tab PROBLEMS says why.');
  }
  const open = openConflicts(state).length;
  if (state.mode === 'bulk-merge' && open > 0) {
    return say(
      state,
      'bad',
      `${countOf(open, 'conflict is', 'conflicts are')} still open: e on User Information goes there.`,
    );
  }
  if (plan.pairs.length === 0) return say(state, 'bad', 'The plan holds no pair: there is nothing to run.');
  // An unfinished run comes to its end by going on, whatever those that are left own.
  if (state.mode !== 'resume' && !changesAnything(plan)) {
    const what = plan.operation === 'merge' ? 'the sources are marked as merged already' : OWNING_NOTHING;
    return say(state, 'bad', `Nothing would happen: ${what}. Esc goes back.`);
  }
  return goOn(state);
}

const PROSE: ReadonlySet<TabContent> = new Set(['problems', 'not-moved', 'warnings']);

/** How far the tab on screen can be scrolled; prose is bounded where it is drawn. */
function tabLength(state: State): number {
  const tab = tabNow(state);
  if (tab === undefined || PROSE.has(tab.content)) return 10_000;
  return tab.content === 'types' ? tab.types.length : tab.count;
}

/** Of a merge: what the operator decided about it, or about the run that is tried again. */
function choicesNow(state: State): MergeChoices | null {
  if (state.mode === 'retry') return state.retry?.choices ?? null;
  if (state.mode === 'bulk-merge') return fileChoices(state);
  return state.mode === 'merge' ? state.merge.choices : null;
}

/** A retry carries what the run carried; otherwise the operator has chosen. */
function carriedTypes(state: State): readonly string[] {
  const { mode, retry, world, without } = state;
  const operation = carryingNow(state);
  if (mode === 'retry' && retry !== null) return retry.carried;
  return [...chooseTypes(world.catalogue, operation, { without: [...without] })];
}

function pairsToPlan(state: State): CheckedPairs {
  const { mode, chosen, world, preview, retry } = state;
  if (mode === 'retry' && retry !== null) return retry.checked;
  if (isFromFile(state) && preview.match !== null) return preview.match;
  const source = world.byId.get(chosen.source ?? 0);
  const target = world.byId.get(chosen.target ?? 0);
  if (source === undefined || target === undefined) return { pairs: [], problems: [], warnings: [] };
  const operation = carryingNow(state);
  return checkSingle(source, target, { operation, view: world.view, donePairs: world.donePairs[operation] });
}
