import type { KeyAction } from '../key-binding.ts';
import type { KeyPress } from '../keyboard.ts';
import type { State } from '../state.ts';

/** What one place does with what the operator does. Every function is pure; an absent one: nothing happens. */
export interface Logic {
  /** The state on coming to this place, forwards or back. */
  enter?(state: State): State;
  /** A key of the key table. */
  act?(state: State, action: KeyAction): State;
  /** A key that is none of the table's, for a text field. */
  type?(state: State, press: KeyPress): State;
  /** An item of the menu on screen. */
  choose?(state: State, value: string): State;
  highlight?(state: State, value: string): State;
}

/** The list cursor after a key: within 0 to `count` - 1, `page` rows at a time for the page keys, at an end for Home and End. */
export function moveCursor(cursor: number, action: KeyAction, count: number, page: number): number {
  const step: Partial<Record<KeyAction, number>> = {
    up: -1,
    down: 1,
    'page-up': -page,
    'page-down': page,
    first: -cursor,
    last: count,
  };
  return Math.max(0, Math.min(count - 1, cursor + (step[action] ?? 0)));
}
