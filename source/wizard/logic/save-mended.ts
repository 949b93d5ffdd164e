import { basename, dirname, extname, join, resolve } from 'node:path';
import { begin, say } from '../navigate.ts';
import { editPath, plainPath } from '../parts/plain-path.ts';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';

/** "people-mended.csv" for "people.csv". */
export function mendedName({ file }: State): string {
  return besidePath(file.loaded?.file ?? 'people.csv', 'mended');
}

/** "people-mended.csv" beside "people.csv". */
export function besidePath(path: string, what: string): string {
  const ending = extname(path);
  return join(dirname(path), `${basename(path, ending)}-${what}${ending || '.csv'}`);
}

export const saveMendedLogic: Logic = {
  act(state, action) {
    const typed = plainPath(state.mendedField.value);
    const original = state.file.loaded;
    if (action !== 'enter' || original === null) return state;
    if (typed === '') return say(state, 'bad', 'Type the name of the new file.');
    const path = resolve(state.world.cwd, typed);
    const { mendings, direction } = state;
    return begin(state, {
      kind: 'save-mended',
      original,
      path,
      mendings,
      direction: direction ?? 'from-to',
      force: false,
    });
  },
  type: (state, press) => ({ ...state, notice: null, mendedField: editPath(state.mendedField, press) }),
};
