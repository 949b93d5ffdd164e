import type { Run, RunPair } from '../../model/run.ts';
import { nounOf } from '../../model/run-words.ts';
import { fullName } from '../../model/user.ts';
import { foldText } from '../../people/fold-text.ts';
import { bodySize } from '../layout.ts';
import { begin, goTo, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import { plannedName } from '../planned-name.ts';
import { PAIR_FILTERS, type PairFilter, type State } from '../state.ts';
import { detailLogic } from './detail.ts';
import { type Logic, moveCursor } from './logic.ts';
import { whyNotNow } from './result.ts';

/** The pairs of the run on screen that filter and search let through, in the order in which they run. */
export function listedPairs(state: State): RunPair[] {
  const { result, pairFilter, pairField } = state;
  const words = foldText(pairField.value.trim()).split(/\s+/);
  const isMeant = ({ source, target }: RunPair) => {
    const text = [source, target].map((id) => foldText(personText(id, state))).join(' ');
    return words.every((word) => text.includes(word));
  };
  const listed = result?.run.pairs.filter((pair) => fits(pair, pairFilter)) ?? [];
  return words.join('') === '' ? listed : listed.filter(isMeant);
}

function personText(id: number, state: State): string {
  const user = state.world.byId.get(id);
  return user === undefined ? `${id} ${plannedName(state, id) ?? ''}` : `${id} ${fullName(user)} ${user.login}`;
}

/** How many pairs of `run` a filter lets through. */
export function countPairs(run: Run, filter: PairFilter): number {
  return run.pairs.filter((pair) => fits(pair, filter)).length;
}

/** "done", "failed", "left", "undone", "partly undone"; of an undo "partly done" where something was left as it was. */
export function pairStanding({ state, undone, partly }: RunPair): string {
  if (undone !== undefined) return undone.whole ? 'undone' : 'partly undone';
  return state === 'done' && partly === true ? 'partly done' : state;
}

/** All pairs of a run, one under the cursor. */
export const runPairsLogic: Logic = {
  enter: (state) => ({ ...state, pairCursor: Math.max(0, Math.min(state.pairCursor, listedPairs(state).length - 1)) }),
  act(state, action) {
    const listed = listedPairs(state);
    switch (action) {
      case 'filter': {
        const index = PAIR_FILTERS.indexOf(state.pairFilter);
        const pairFilter = PAIR_FILTERS[(index + 1) % PAIR_FILTERS.length] ?? 'all';
        return { ...state, notice: null, pairFilter, pairCursor: 0 };
      }
      case 'enter':
        return listed[state.pairCursor] === undefined ? state : { ...state, overlay: 'pair', overlayScroll: 0 };
      default: {
        const pairCursor = moveCursor(state.pairCursor, action, listed.length, Math.max(1, bodySize(state).height - 7));
        return { ...state, notice: null, pairCursor };
      }
    }
  },
  type: (state, press) => ({ ...state, notice: null, pairCursor: 0, pairField: editText(state.pairField, press) }),
};

/** One pair with all that is known of it, which can be undone by itself. */
export const pairDetailLogic: Logic = {
  act(state, action) {
    if (action === 'undo-pair') return undoHere(state, listedPairs(state)[state.pairCursor]);
    return detailLogic.act?.(state, action) ?? state;
  },
};

/** At that list once its run is on screen again, as it was left. */
export function showPairList(state: State): State {
  const { filter: pairFilter, field: pairField, cursor: pairCursor } = state.pairList ?? FRESH_LIST;
  return goTo({ ...state, mode: null, pairFilter, pairField, pairCursor, pairList: null }, 'pairs');
}

const FRESH_LIST = { filter: 'all', field: fieldOf(''), cursor: 0 } as const;

/** Why this pair cannot be undone now, or null. */
export function whyNotUndone(state: State, pair: RunPair | undefined): string | null {
  return pair === undefined ? 'there is none' : (whyNotNow(state) ?? whyStays(pair));
}

function undoHere(state: State, pair: RunPair | undefined): State {
  const { result, pairFilter: filter, pairField: field, pairCursor: cursor } = state;
  if (pair === undefined || result === null) return state;
  const why = whyNotUndone(state, pair);
  if (why !== null) return say(state, 'info', `This ${nounOf(result.run)} cannot be undone: ${why}.`);
  const { source, target } = pair;
  const { id: run } = result.run;
  const remembered: State = { ...state, pairList: { run, filter, field, cursor } };
  return begin(remembered, { kind: 'open-undo', run, pairs: [{ source, target }] });
}

/** Why there is nothing of this pair to put back, or null. */
function whyStays({ state, undone }: RunPair): string | null {
  if (state !== 'done') return 'nothing of it was done';
  return undone?.whole === true ? `it was undone already, by run ${undone.by.join(' and ')}` : null;
}

function fits(pair: RunPair, filter: PairFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'undone':
      return pair.undone !== undefined;
    case 'partly':
      return pair.partly === true || pair.undone?.whole === false;
    default:
      return pair.state === filter;
  }
}
