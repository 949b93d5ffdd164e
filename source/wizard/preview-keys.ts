import type { Binding } from './key-binding.ts';
import { arrowKeys, endKeys, sideKeys } from './moving-keys.ts';
import type { Place } from './state.ts';

const PAIRS: readonly Place[] = ['preview'];
const PEOPLE: readonly Place[] = ['import-preview'];
const BOTH: readonly Place[] = [...PAIRS, ...PEOPLE];
const PAGES = { left: ['page-up'], right: ['page-down'] };

/** The keys of the previews: of a file of pairs, and of one of people. */
export const PREVIEW_BINDINGS: readonly Binding[] = [
  { action: 'go-on', keys: ['c'], called: 'c', label: 'continue', places: BOTH },
  { action: 'mend', keys: ['enter', 'm'], called: 'Enter', label: 'mend the row', places: BOTH },
  { action: 'remove', keys: ['x', 'delete'], called: 'x', label: 'leave the row out', places: PEOPLE },
  { action: 'open-pair', keys: ['o'], called: 'o', label: 'choose by hand', places: PAIRS },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next problem', places: BOTH },
  { action: 'filter', keys: ['f'], called: 'f', label: 'filter', places: BOTH },
  ...sideKeys('page', PAIRS, PAGES),
  { action: 'detail', keys: ['d'], called: 'd', label: 'whole row', places: BOTH },
  { action: 'warnings', keys: ['w'], called: 'w', label: 'warnings', places: PEOPLE },
  { action: 'save-problems', keys: ['p'], called: 'p', label: 'save problem rows', places: PEOPLE },
  ...sideKeys('page', PEOPLE, PAGES),
  { action: 'undo-mending', keys: ['u'], called: 'u', label: 'undo mending', places: BOTH },
  { action: 'redo-mending', keys: ['y'], called: 'y', label: 'mend again', places: BOTH },
  { action: 'save-mended', keys: ['s'], called: 's', label: 'save a mended copy', places: BOTH },
  { action: 'rows-per-page', keys: ['r'], called: 'r', label: 'rows per page', places: BOTH },
  { action: 'go-to-row', keys: ['g'], called: 'g', label: 'go to line', places: BOTH },
  ...endKeys('first, last row', BOTH),
  ...arrowKeys('move', BOTH),
  { action: 'menu', keys: [], called: 'a…z', label: 'search for a person', places: ['mend'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'choose', places: ['import-mend'] },
  { action: 'menu', keys: [], called: 'a…z', label: 'another text', places: ['import-mend'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'put it in', places: ['import-cell'] },
];
