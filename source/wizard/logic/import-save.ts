import { resolve } from 'node:path';
import { begin, say } from '../navigate.ts';
import { editPath, plainPath } from '../parts/plain-path.ts';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';
import { withImport } from './with-import.ts';

/** Where the mended copy of the file goes. */
export const importSaveCopyLogic: Logic = saving((state, path) => {
  const { file, edits } = state.importing;
  return file === null ? state : begin(state, { kind: 'save-people', file, edits, path, force: false });
});

/** Where the rows with problems go, each with its reasons. */
export const importSaveProblemsLogic: Logic = saving((state, path) => {
  const { file, edits, check } = state.importing;
  if (file === null || check === null) return state;
  return begin(state, { kind: 'save-problems', file, edits, check, path, force: false });
});

function saving(save: (state: State, path: string) => State): Logic {
  return {
    act(state, action) {
      const typed = plainPath(state.importing.nameField.value);
      if (action !== 'enter') return state;
      if (typed === '') return say(state, 'bad', 'Type the name of the new file.');
      return save(state, resolve(state.world.cwd, typed));
    },
    type: (state, press) =>
      withImport({ ...state, notice: null }, { nameField: editPath(state.importing.nameField, press) }),
  };
}
