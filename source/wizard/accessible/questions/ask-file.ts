import { sep } from 'node:path';
import { listedEntries } from '../../logic/file.ts';
import { plainPath } from '../../parts/plain-path.ts';
import { fileSizeText } from '../../screens/file-size-text.ts';
import type { State } from '../../state.ts';
import { moving, press, typing } from '../presses.ts';
import type { Asking, Doing, List } from '../question.ts';

/** Choosing the edited file: by the number of what the folder holds, or by its path. */
export const askFile: Asking = (state) => {
  const { folder } = state.file;
  return {
    lines: [`Folder: ${folder}.`],
    list: entryList(state),
    wanted: {
      label: 'Number, or a path',
      take: (line) => ({ does: [() => typing(line), openTyped(plainPath(line))] }),
    },
  };
};

function entryList(state: State): List {
  const listed = listedEntries(state.file);
  return {
    noun: 'files and folders',
    count: listed.length,
    name: `${state.file.folder} ${state.file.field.value}`,
    entryAt(index) {
      const { name = '', isFolder = true, size = 0 } = listed[index] ?? {};
      if (name === '..') return { text: 'the folder above' };
      return { text: isFolder ? `${name}, a folder` : `${name}, ${fileSizeText(size)}` };
    },
    pick: (index) => {
      const name = listed[index]?.name;
      return {
        does: [
          ({ file }) => {
            const place = listedEntries(file).findIndex((entry) => entry.name === name);
            return place === -1 ? [] : [...moving(file.cursor, place), press('enter')];
          },
        ],
      };
    },
  };
}

/** What was typed is opened where it is a name to the letter, or fits nothing that is listed; else its folder is read out. */
function openTyped(line: string): Doing {
  return ({ file }) => {
    const name = line.slice(line.lastIndexOf(sep) + 1);
    const listed = listedEntries(file);
    const [first] = listed;
    if (name === '' || file.field.value !== line) return [];
    return listed.length === 0 || first?.name === name ? [...moving(file.cursor, 0), press('enter')] : [];
  };
}
