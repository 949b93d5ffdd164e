import type { Binding } from './key-binding.ts';

/** The keys of the step that chooses a file, and of its preview. */
export const FILE_BINDINGS: readonly Binding[] = [
  { action: 'complete', keys: ['tab'], called: 'Tab', label: 'complete the path', places: ['file'] },
  { action: 'go-on', keys: ['c'], called: 'c', label: 'continue', places: ['preview'] },
  { action: 'mend', keys: ['enter', 'm'], called: 'Enter', label: 'mend the row', places: ['preview'] },
  { action: 'open-pair', keys: ['o'], called: 'o', label: 'choose by hand', places: ['preview'] },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next problem', places: ['preview'] },
  { action: 'filter', keys: ['f'], called: 'f', label: 'filter', places: ['preview'] },
  { action: 'left', keys: ['left', 'page-up'], called: '←', label: 'page', places: ['preview'] },
  { action: 'right', keys: ['right', 'page-down'], called: '→', label: 'page', places: ['preview'] },
  { action: 'detail', keys: ['d'], called: 'd', label: 'whole row', places: ['preview'] },
  { action: 'undo-mending', keys: ['u'], called: 'u', label: 'undo mending', places: ['preview'] },
  { action: 'save-mended', keys: ['s'], called: 's', label: 'save a mended copy', places: ['preview'] },
  { action: 'rows-per-page', keys: ['r'], called: 'r', label: 'rows per page', places: ['preview'] },
  { action: 'go-to-row', keys: ['g'], called: 'g', label: 'go to line', places: ['preview'] },
  { action: 'first', keys: ['home'], called: 'Home', label: 'first, last page', places: ['preview'] },
  { action: 'last', keys: ['end'], called: 'End', label: 'first, last page', places: ['preview'] },
  { action: 'menu', keys: [], called: 'a…z', label: 'search for a person', places: ['mend'] },
  { action: 'up', keys: ['up'], called: '↑', label: 'move', places: ['preview'] },
  { action: 'down', keys: ['down'], called: '↓', label: 'move', places: ['preview'] },
];
