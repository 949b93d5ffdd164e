import { listSwitches } from '../../transfer/choose-types.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/** What will be carried, a switch a type (X21). */
export const typesLogic: Logic = {
  act(state, action) {
    const switches = listSwitches(state.world.catalogue, 'transfer');
    switch (action) {
      case 'enter':
        if (switches.every(({ type, carries, locked }) => !carries || locked !== null || state.without.has(type.id))) {
          return say(state, 'bad', 'Nothing would be carried. Switch on at least one type with Space.');
        }
        return goOn(state);
      case 'toggle':
        return toggle(state);
      case 'toggle-all': {
        const optional = switches.filter(({ locked }) => locked === null).map(({ type }) => type.id);
        return { ...state, notice: null, without: new Set(state.without.size > 0 ? [] : optional) };
      }
      default: {
        const typesCursor = moveCursor(state.typesCursor, action, switches.length, bodySize(state).height);
        return { ...state, notice: null, typesCursor };
      }
    }
  },
};

function toggle(state: State): State {
  const here = listSwitches(state.world.catalogue, 'transfer')[state.typesCursor];
  if (here === undefined) return state;
  const { type, locked } = here;
  if (locked !== null) return say(state, 'info', `${type.label} cannot be switched: ${locked}`);
  const without = new Set(state.without);
  if (!without.delete(type.id)) without.add(type.id);
  return { ...state, notice: null, without };
}
