import type { Dispatch } from 'react';
import type { State } from '../state.ts';
import type { Action } from '../task.ts';

/** What every screen gets: what is, how much room there is, and whom to tell what a menu chose. */
export interface ScreenProps {
  state: State;
  width: number;
  height: number;
  /** Whether keys reach it: nothing covers it. */
  isActive: boolean;
  dispatch: Dispatch<Action>;
}
