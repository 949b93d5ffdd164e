import { bodySize } from '../layout.ts';
import { type Logic, moveCursor } from './logic.ts';

/** Reading one row whole. */
export const detailLogic: Logic = {
  act: (state, action) => ({
    ...state,
    overlayScroll: moveCursor(state.overlayScroll, action, 10_000, bodySize(state).height - 2),
  }),
};
