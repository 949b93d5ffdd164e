import { resolve } from 'node:path';
import { begin, say } from '../navigate.ts';
import { editText } from '../parts/edit-text.ts';
import type { Logic } from './logic.ts';

/** Saving everybody as people.csv (A33). */
export const exportLogic: Logic = {
  act(state, action) {
    if (action !== 'enter' || state.task !== null) return state;
    const typed = state.exportField.value.trim();
    if (typed === '') return say(state, 'bad', 'Type the name of the file.');
    return begin(state, { kind: 'export', path: resolve(state.world.cwd, typed), force: false });
  },
  type: (state, press) => ({ ...state, notice: null, exportField: editText(state.exportField, press) }),
};
