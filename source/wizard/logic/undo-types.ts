import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import type { State, UndoState } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { typesPutBack, undoSwitches } from './undo.ts';

/** What will be put back, a switch a data type that the run touched. */
export const undoTypesLogic: Logic = {
  act(state, action) {
    const { undo } = state;
    if (undo === null) return state;
    const switches = undoSwitches(state);
    switch (action) {
      case 'enter':
        return typesPutBack(state).size > 0
          ? goOn(state)
          : say(state, 'bad', 'Nothing would be put back. Switch on at least one type with Space.');
      case 'toggle':
        return toggle(state, undo);
      case 'toggle-all': {
        const optional = switches.filter(({ locked }) => locked === null).map(({ id }) => id);
        return choose(state, undo, { without: new Set(undo.without.size > 0 ? [] : optional) });
      }
      default:
        return choose(state, undo, {
          cursor: moveCursor(undo.cursor, action, switches.length, bodySize(state).height - 2),
        });
    }
  },
};

function choose(state: State, undo: UndoState, parts: Partial<UndoState>): State {
  return { ...state, notice: null, undo: { ...undo, ...parts } };
}

function toggle(state: State, undo: UndoState): State {
  const here = undoSwitches(state)[undo.cursor];
  if (here === undefined) return state;
  const { id, label, locked } = here;
  if (locked !== null) return say(state, 'info', `${label} cannot be switched by itself. ${locked}`);
  const without = new Set(undo.without);
  if (!without.delete(id)) without.add(id);
  return choose(state, undo, { without });
}
