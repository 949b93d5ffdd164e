import { DIRECTIONS, type Direction } from '../../model/pair.ts';
import { goOn } from '../navigate.ts';
import type { Logic } from './logic.ts';
import { matchRows } from './preview.ts';

const asDirection = (value: string): Direction => DIRECTIONS.find((each) => each === value) ?? 'from-to';

/** Asking which reading of the file is meant (X1). */
export const directionLogic: Logic = {
  enter: (state) => ({ ...state, leaning: state.direction ?? 'from-to' }),
  highlight: (state, value) => ({ ...state, leaning: asDirection(value) }),
  choose: (state, value) => goOn(matchRows({ ...state, direction: asDirection(value) })),
};
