import type { DataType } from '../../model/catalogue.ts';
import { type CheckedPairs, checkSingle } from '../../pairs/check-single.ts';
import { chooseTypes } from '../../transfer/choose-types.ts';
import { bodySize } from '../layout.ts';
import { begin, goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

export const REVIEW_TABS = ['By type', 'Pairs', 'Not moved', 'Warnings'] as const;

/** The plan, made anew each time that the operator comes here, so that it is never older than the glance at it. */
export const reviewLogic: Logic = {
  enter(state) {
    // What an unfinished run has left is fixed: the plan was made and confirmed when it began.
    if (state.mode === 'resume') return state;
    return begin(
      { ...state, plan: null },
      {
        kind: 'plan',
        checked: pairsToPlan(state),
        direction: state.mode === 'bulk' ? (state.direction ?? 'from-to') : 'from-to',
        carried: carriedTypes(state),
        operation: 'transfer',
        choices: state.retry?.choices ?? null,
        retryOf: state.mode === 'retry' ? (state.retry?.run ?? null) : null,
      },
    );
  },
  act(state, action) {
    switch (action) {
      case 'left':
      case 'right': {
        const step = action === 'left' ? REVIEW_TABS.length - 1 : 1;
        return { ...state, reviewTab: (state.reviewTab + step) % REVIEW_TABS.length, scroll: 0 };
      }
      case 'records':
        return lookInto(state, REVIEW_TABS[state.reviewTab] === 'By type');
      case 'enter':
        return leave(state);
      default:
        return { ...state, scroll: moveCursor(state.scroll, action, tabLength(state), bodySize(state).height - 4) };
    }
  },
};

/** The data types that the plan touches, as the first tab lists them. */
export function touchedTypes({ plan, world }: State): DataType[] {
  if (plan === null) return [];
  const touched = new Set(plan.pairs.flatMap(({ changes, undo }) => [...Object.keys(changes), ...Object.keys(undo)]));
  return world.catalogue.types.filter(({ id }) => touched.has(id));
}

/** With the records of the data type under the cursor being looked up; only the tab By type has one. */
export function lookInto(state: State, isByType: boolean): State {
  const types = touchedTypes(state);
  const type = types[Math.min(state.scroll, types.length - 1)];
  if (state.plan === null || type === undefined || !isByType) {
    return say(
      state,
      'info',
      'Records are shown by data type: go to the tab By type (←), to a type (↑↓), and press d.',
    );
  }
  return begin(state, { kind: 'records', plan: state.plan, type: type.id });
}

function leave(state: State): State {
  const { plan } = state;
  if (plan === null) return state;
  const [problem] = plan.problems;
  if (problem !== undefined) return say(state, 'bad', `${problem.message} ${problem.cure}`);
  if (plan.pairs.length === 0) return say(state, 'bad', 'The plan holds no pair: there is nothing to run.');
  const { combined, replaced, deduplicated, summed, derived } = plan.totals;
  // An unfinished run comes to its end by going on, whatever those that are left own.
  if (state.mode !== 'resume' && combined + replaced + deduplicated + summed + derived === 0) {
    return say(state, 'bad', 'Nothing would happen: the sources own nothing of what is carried. Esc goes back.');
  }
  return goOn(state);
}

/** How far the tab on screen can be scrolled; prose is bounded where it is drawn. */
function tabLength(state: State): number {
  const lengths = { 'By type': touchedTypes(state).length, Pairs: state.plan?.pairs.length ?? 0 };
  const tab = REVIEW_TABS[state.reviewTab];
  return tab === 'By type' || tab === 'Pairs' ? lengths[tab] : 10_000;
}

/** A retry carries what the run carried; otherwise the operator has chosen. */
function carriedTypes({ mode, retry, world, without }: State): readonly string[] {
  if (mode === 'retry' && retry !== null) return retry.carried;
  return [...chooseTypes(world.catalogue, 'transfer', { without: [...without] })];
}

function pairsToPlan({ mode, chosen, world, preview, retry }: State): CheckedPairs {
  if (mode === 'retry' && retry !== null) return retry.checked;
  if (mode === 'bulk' && preview.match !== null) return preview.match;
  const source = world.byId.get(chosen.source ?? 0);
  const target = world.byId.get(chosen.target ?? 0);
  if (source === undefined || target === undefined) return { pairs: [], problems: [], warnings: [] };
  return checkSingle(source, target, world);
}
