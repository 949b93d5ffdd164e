import { expect, test } from 'vitest';
import { askFile } from '../../../source/wizard/accessible/questions/ask-file.ts';
import { after, choose, FOLDER, finish, jobOf, opened } from '../given.ts';

test.each([`'may 2.csv'`, `"may 2.csv"`, String.raw`may\ 2.csv`, 'may 2.csv'])(
  'a path is taken as a terminal pastes it: %s',
  (line) => {
    const asked = choose(choose(opened(), 'bulk'), 'file');
    const entries = [{ name: 'may 2.csv', isFolder: false, size: 10 }];
    let state = finish(asked, { kind: 'list-folder', folder: FOLDER, entries });
    for (const doing of askFile(state)?.wanted?.take(line)?.does ?? []) {
      for (const event of doing(state)) state = after(state, event);
    }
    expect(jobOf(state, 'read-file').path).toBe(`${FOLDER}/may 2.csv`);
  },
);
