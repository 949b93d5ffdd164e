import type { Run, RunPair } from '../../model/run.ts';
import { bodySize } from '../layout.ts';
import { begin, say } from '../navigate.ts';
import { PAIR_FILTERS, type PairFilter, type State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { whyNotNow } from './result.ts';

/** The pairs of the run on screen that the filter lets through, in the order in which they run. */
export function listedPairs({ result, pairFilter }: State): RunPair[] {
  return result?.run.pairs.filter((pair) => fits(pair, pairFilter)) ?? [];
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
      case 'undo-pair':
        return undoHere(state, listed[state.pairCursor]);
      case 'first':
        return { ...state, notice: null, pairCursor: 0 };
      case 'last':
        return { ...state, notice: null, pairCursor: Math.max(0, listed.length - 1) };
      default: {
        const pairCursor = moveCursor(state.pairCursor, action, listed.length, Math.max(1, bodySize(state).height - 6));
        return { ...state, notice: null, pairCursor };
      }
    }
  },
};

function undoHere(state: State, pair: RunPair | undefined): State {
  const { result } = state;
  if (pair === undefined || result === null) return state;
  const why = whyNotNow(state) ?? whyStays(pair);
  if (why !== null) return say(state, 'info', `This pair cannot be undone: ${why}.`);
  const { source, target } = pair;
  return begin(state, { kind: 'open-undo', run: result.run.id, pairs: [{ source, target }] });
}

/** Why there is nothing of this pair to put back, or null. */
function whyStays({ state, undone }: RunPair): string | null {
  if (state !== 'done') return 'nothing of it was carried';
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
