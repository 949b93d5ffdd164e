import type { Binding } from './keys.ts';
import { listedPairs, whyNotUndone } from './logic/run-pairs.ts';
import { tallyOf } from './logic/undo-review.ts';
import { placeNow, type State } from './state.ts';

/** Whether a key that works where the operator is does anything at the moment; one that does not is not hinted. */
export function isUseful(state: State, { action }: Binding): boolean {
  const { plan, mode, reviewTab } = state;
  switch (action) {
    case 'records':
      return plan !== null && plan.pairs.length > 0 && reviewTab === 0;
    case 'overwrite-changed':
      return (
        mode === 'undo' && plan !== null && (tallyOf(plan).overwritable > 0 || plan.undoOf?.overwriteChanged === true)
      );
    case 'enter':
      return placeNow(state) !== 'pairs' || listedPairs(state).length > 0;
    case 'undo-pair':
      return whyNotUndone(state, listedPairs(state)[state.pairCursor]) === null;
    default:
      return true;
  }
}
