import { bodySize } from '../layout.ts';
import { goOnOrReturn, say } from '../navigate.ts';
import { isFromFile, type State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withTaken } from './merge-choices.ts';
import { switchType } from './merge-switches.ts';
import { takeBack } from './take-back.ts';

interface ChoiceTable {
  /** Which choices of the pair they are. */
  choices: 'fields' | 'courses';
  /** Id of the data type, or of the profile, that the switch above the table is for. */
  switches: string;
  /** Which cursor moves: 0 is the switch, a row stands on each further place. */
  cursor: 'fieldCursor' | 'courseCursor';
  /** How many rows there are. */
  count: (state: State) => number;
  /** Takes a side of the row under the cursor. */
  take: (state: State, side: 'source' | 'target') => State;
  /** What is said once nothing of it is chosen by hand any more. */
  proposedText: (state: State) => string;
  /** Where Enter leads from one pair of a file. */
  leave: (state: State) => State;
}

/** What a step of a merge does whose table is chosen from row by row. */
export function actOnTable(table: ChoiceTable): NonNullable<Logic['act']> {
  const { choices, switches, cursor, count, take, proposedText, leave } = table;
  return (state, action) => {
    switch (action) {
      case 'take-source':
        return take(state, 'source');
      case 'take-target':
        return take(state, 'target');
      case 'as-proposed': {
        const proposed = withTaken(state, (taken) => ({ ...taken, [choices]: {} }));
        return say(proposed, 'info', proposedText(state));
      }
      case 'enter':
        return isFromFile(state) ? leave(state) : goOnOrReturn(state);
      case 'toggle':
      case 'toggle-all':
        if (isFromFile(state)) return say(state, 'info', SWITCHED_FOR_ALL);
        return action === 'toggle' && state.merge[cursor] > 0
          ? say(state, 'info', NOT_BY_SPACE)
          : switchType(state, switches);
      case 'take-back':
        return takeBack(state);
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        const place = moveCursor(state.merge[cursor], action, count(state) + 1, page);
        return { ...state, notice: null, merge: { ...state.merge, [cursor]: place } };
      }
    }
  };
}

/** On a row Space might be meant for that row alone, so it does nothing to all of them. */
const NOT_BY_SPACE = '← or → choose for this line; x switches all of it on or off.';

/** Why the switch above the table does nothing for one pair of a file. */
const SWITCHED_FOR_ALL = 'It is switched on or off for all pairs at once, under What is merged.';
