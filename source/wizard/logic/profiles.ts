import { bodySize } from '../layout.ts';
import { isMergeOf } from '../merge-state.ts';
import { begin, goOn } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/** Both profiles side by side before anything is decided (C17); they are read anew each time that the operator comes here. */
export const profilesLogic: Logic = {
  enter(state) {
    const { source, target } = state.chosen;
    if (source === null || target === null) return state;
    const { merge } = state;
    const people = isMergeOf(merge, source, target) ? merge.people : null;
    const cursors = people === null ? { fieldCursor: 0, courseCursor: 0 } : {};
    const fresh: State = { ...state, merge: { ...merge, ...cursors, people } };
    return begin(fresh, { kind: 'open-profiles', source, target });
  },
  act(state, action) {
    if (action === 'enter') return state.merge.people === null ? state : goOn(state);
    return { ...state, scroll: moveCursor(state.scroll, action, 10_000, Math.max(1, bodySize(state).height - 4)) };
  },
};
