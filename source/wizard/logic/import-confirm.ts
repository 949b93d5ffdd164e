import { bodySize } from '../layout.ts';
import { begin, goBack, goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { wishOf } from './with-import.ts';

export const IMPORT_BUTTONS = ['Cancel', 'Import'] as const;

/** The plan of the import, made anew each time, and the first confirmation; Cancel has the focus. */
export const importConfirmLogic: Logic = {
  enter(state) {
    const wish = wishOf(state);
    const asked: State = { ...state, confirmFocus: 0 };
    // What an unfinished run has left is fixed: the plan was made and confirmed when it began.
    if (state.mode === 'resume' || wish === null) return asked;
    return begin({ ...asked, plan: null }, { kind: 'plan-import', wish, shown: state.importing.check });
  },
  act(state, action) {
    if (action === 'left' || action === 'right') return { ...state, confirmFocus: state.confirmFocus === 0 ? 1 : 0 };
    if (action !== 'enter') {
      const page = Math.max(1, bodySize(state).height - 3);
      return { ...state, scroll: moveCursor(state.scroll, action, 1000, page) };
    }
    return state.confirmFocus === 0 ? goBack(state) : leave(state);
  },
};

/** To the phrase, where anything would happen. */
function leave(state: State): State {
  const { plan } = state;
  if (plan === null) return say(state, 'bad', 'There is no plan. Esc goes back.');
  const [problem] = plan.problems;
  if (plan.import?.allOrNothing === true && problem !== undefined) {
    return say(state, 'bad', `${problem.message} ${problem.cure}`);
  }
  if (plan.pairs.length === 0)
    return say(state, 'bad', 'Nothing would happen: no row changes anything. Esc goes back.');
  return goOn(state);
}
