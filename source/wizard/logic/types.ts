import type { Catalogue, Rule } from '../../model/catalogue.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { typeLabel } from '../../model/type-label.ts';
import { listSwitches } from '../../transfer/choose-types.ts';
import { bodySize } from '../layout.ts';
import { goOnOrReturn, say } from '../navigate.ts';
import { carryingNow } from '../operation.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { switchType } from './merge-switches.ts';
import { takeBack } from './take-back.ts';

/** What will be carried, a switch a type (X21). */
export const typesLogic: Logic = {
  act(state, action) {
    const switches = typeSwitches(state);
    switch (action) {
      case 'enter':
        if (switches.every(({ id, carries, locked }) => !carries || locked !== null || state.without.has(id))) {
          const done = carryingNow(state) === 'merge' ? 'merged' : 'carried';
          return say(state, 'bad', `Nothing would be ${done}. Switch on at least one type with Space.`);
        }
        return goOnOrReturn(state);
      case 'toggle':
        return toggle(state);
      case 'take-back':
        return takeBack(state);
      case 'toggle-all': {
        const optional = switches.filter(({ locked }) => locked === null).map(({ id }) => id);
        return { ...state, notice: null, without: new Set(state.without.size > 0 ? [] : optional) };
      }
      default: {
        const typesCursor = moveCursor(state.typesCursor, action, switches.length, bodySize(state).height);
        return { ...state, notice: null, typesCursor };
      }
    }
  },
};

/** A row of the switches: a data type, or the profile. */
export interface TypeRow {
  id: string;
  label: string;
  area: string;
  rule: Rule;
  why: string;
  carries: boolean;
  locked: string | null;
}

/** What there is to switch: the data types of the operation; of a merge, the profile before them (C18). */
export function typeSwitches(state: State): TypeRow[] {
  const operation = carryingNow(state);
  const rows = listSwitches(state.world.catalogue, operation).map(({ type, carries, locked }) => {
    const { id, label, area, rule, why } = type;
    return { id, label, area, rule, why, carries, locked };
  });
  return operation === 'merge' ? [profileOf(state.world.catalogue), ...rows] : rows;
}

function profileOf(catalogue: Catalogue): TypeRow {
  return {
    id: USER_INFORMATION,
    label: typeLabel(catalogue, USER_INFORMATION),
    area: 'Profile',
    rule: 'pick',
    why: 'Field by field, as you chose. Switched off, all of the target’s is kept.',
    carries: true,
    locked: null,
  };
}

function toggle(state: State): State {
  const here = typeSwitches(state)[state.typesCursor];
  if (here === undefined) return state;
  if (here.locked !== null) return say(state, 'info', `${here.label} cannot be switched: ${here.locked}`);
  return switchType(state, here.id);
}
