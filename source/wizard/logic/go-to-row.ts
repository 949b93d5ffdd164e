import { say } from '../navigate.ts';
import { editText } from '../parts/edit-text.ts';
import { stepNow } from '../state.ts';
import { moveToLine as moveToImportLine } from './import-rows.ts';
import type { Logic } from './logic.ts';
import { moveToLine } from './preview.ts';

/** Going to a line of the file by its number. */
export const goToRowLogic: Logic = {
  act(state, action) {
    if (action !== 'enter') return state;
    const typed = state.goToField.value.trim();
    if (!/^\d{1,9}$/.test(typed)) return say(state, 'bad', 'Type the number of a line of the file.');
    const isImport = stepNow(state) === 'import-preview';
    const moved = (isImport ? moveToImportLine : moveToLine)(state, Number(typed));
    if (moved === null)
      return say(state, 'bad', `No row that is shown starts at line ${typed} or after it. Type a lower number.`);
    return { ...moved, overlay: null };
  },
  type: (state, press) => ({ ...state, notice: null, goToField: editText(state.goToField, press) }),
};
