import { resolve } from 'node:path';
import type { Mapping } from '../../model/mapping.ts';
import { begin, say } from '../navigate.ts';
import { editPath, plainPath } from '../parts/plain-path.ts';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';

/** Saving everybody as people.csv (A33). */
export const exportLogic: Logic = {
  act(state, action) {
    const { exportMappings, exportMapping, task, world } = state;
    if (task !== null) return state;
    if (action === 'choose-mapping') {
      return exportMappings.length === 0 ? begin(state, { kind: 'list-mappings' }) : takeNext(state, exportMappings);
    }
    if (action !== 'enter') return state;
    const typed = plainPath(state.exportField.value);
    if (typed === '') return say(state, 'bad', 'Type the name of the file.');
    const mapping = exportMapping === null ? {} : { mapping: exportMapping };
    const path = resolve(world.cwd, typed);
    return begin(state, { kind: 'export', path, force: false, ...mapping, ...openFiles(state) });
  },
  type: (state, press) => ({ ...state, notice: null, exportField: editPath(state.exportField, press) }),
};

/** What was opened to be read: pairs, or people. */
function openFiles({ file, importing }: State): { reads?: string[] } {
  const reads = [file.loaded?.file, importing.file?.file].filter((path) => path !== undefined);
  return reads.length === 0 ? {} : { reads };
}

/** To the mapping that follows the one which is taken; after the last, as the export always is. */
export function takeNext(state: State, mappings: readonly Mapping[]): State {
  const here = mappings.findIndex(({ name }) => name === state.exportMapping?.name);
  return { ...state, notice: null, exportMapping: mappings[here + 1] ?? null };
}
