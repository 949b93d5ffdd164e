import { basename } from 'node:path';
import { holdsPeople } from '../../pairs/holds-people.ts';
import type { PairsFile } from '../../pairs/pair-row.ts';
import { AS_FOUND } from '../../people/import/how-read.ts';
import { ask } from '../navigate.ts';
import type { State } from '../state.ts';
import { startWay } from './start-way.ts';

/** The way that a file belongs to which was opened on another one. */
export type Door = 'bulk' | 'import';

const TEXTS: Record<Door, { about: string; yes: string }> = {
  bulk: {
    about:
      'is a file of transfers: its rows name a source and a target. Nobody is imported from it. Open it under Bulk?',
    yes: 'Open it under Bulk',
  },
  import: {
    about: 'is a file of people to import: no row can name a source and a target. Open it under Import?',
    yes: 'Open it under Import',
  },
};

/** Whether a file that was opened as one of pairs has no columns for them, and looks like one of people to import. */
export function isOfPeople({ headings, problems }: PairsFile): boolean {
  return problems.some(({ code }) => code === 'missing-heading') && holdsPeople(headings);
}

/** With the question whether this file is to be opened where it belongs. @param path absolute */
export function offerDoor(state: State, door: Door, path: string): State {
  const { about, yes } = TEXTS[door];
  const task =
    door === 'bulk'
      ? ({ kind: 'read-file', path } as const)
      : ({ kind: 'read-people', path, reading: AS_FOUND } as const);
  return ask(state, { text: `${basename(path)} ${about}`, yes, no: 'Choose another file', task });
}

/** At the file step of the way that a file which has been read belongs to; the same where the operator is on it. */
export function throughDoor(state: State, door: Door): State {
  const { mode } = state;
  if (door === 'import' ? mode === 'import' : mode !== 'import') return state;
  const started = startWay({ ...state, lastChoice: door }, door);
  return { ...started, trail: door === 'bulk' ? ['home', 'bulk', 'file'] : ['home', 'import-file'] };
}
