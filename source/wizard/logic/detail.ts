import { bodySize } from '../layout.ts';
import { type Logic, moveCursor } from './logic.ts';

/** Reading one row whole. */
export const detailLogic: Logic = {
  act: (state, action) => ({ ...state, scroll: moveCursor(state.scroll, action, 10_000, bodySize(state).height - 2) }),
};
