import type { Binding } from './key-binding.ts';
import type { Place } from './state.ts';

const TABLES = ['import-fields', 'import-types', 'import-blanks'] as const;
const LISTS = [...TABLES, 'import-mappings', 'import-field', 'import-mend', 'import-file'] as const;
const SCROLLED = ['import-cells', 'import-row', 'import-warnings', 'import-confirm'] as const;
const SAVING = ['import-save-mapping', 'import-save-copy', 'import-save-problems'] as const;
const PREVIEW = ['import-preview'] as const;
const LOOK = ['import-look'] as const;

/** Places of an import with a text field. */
export const IMPORT_TEXT_PLACES: readonly Place[] = [
  'import-file',
  'import-field',
  'import-words',
  'import-mend',
  'import-cell',
  ...SAVING,
];

/** Every key of an import, the most telling of a place first. */
export const IMPORT_BINDINGS: readonly Binding[] = [
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'open', places: ['import-file'] },
  { action: 'complete', keys: ['tab'], called: 'Tab', label: 'complete the path', places: ['import-file'] },

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'continue', places: [...LOOK, ...TABLES] },
  { action: 'choose-mapping', keys: ['m'], called: 'm', label: 'other mapping', places: LOOK },
  { action: 'encoding', keys: ['e'], called: 'e', label: 'encoding', places: LOOK },
  { action: 'delimiter', keys: ['d'], called: 'd', label: 'delimiter', places: LOOK },
  { action: 'left', keys: ['left', 'shift-tab'], called: '←', label: 'columns', places: LOOK },
  { action: 'right', keys: ['right', 'tab'], called: '→', label: 'columns', places: LOOK },
  { action: 'up', keys: ['up'], called: '↑', label: 'rows', places: LOOK },
  { action: 'down', keys: ['down'], called: '↓', label: 'rows', places: LOOK },
  { action: 'page-up', keys: ['page-up'], called: 'PgUp', label: 'page', places: LOOK },
  { action: 'page-down', keys: ['page-down'], called: 'PgDn', label: 'page', places: LOOK },

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'take it', places: ['import-mappings', 'import-field'] },
  { action: 'remove', keys: ['x', 'delete'], called: 'x', label: 'delete it', places: ['import-mappings'] },

  { action: 'toggle', keys: ['space'], called: 'Space', label: 'another field', places: ['import-fields'] },
  { action: 'remove', keys: ['x', 'delete'], called: 'x', label: 'leave out', places: ['import-fields'] },
  { action: 'as-proposed', keys: ['r'], called: 'r', label: 'as proposed', places: ['import-fields'] },

  { action: 'left', keys: ['left'], called: '←', label: 'setting', places: ['import-types'] },
  { action: 'right', keys: ['right'], called: '→', label: 'setting', places: ['import-types'] },
  { action: 'toggle', keys: ['space'], called: 'Space', label: 'it is right', places: ['import-types'] },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next to look at', places: ['import-types'] },
  { action: 'detail', keys: ['d'], called: 'd', label: 'its cells', places: ['import-types'] },
  { action: 'other-type', keys: ['t'], called: 't', label: 'other type', places: ['import-types'] },
  { action: 'words', keys: ['w'], called: 'w', label: 'yes and no', places: ['import-types'] },
  { action: 'take-back', keys: ['z'], called: 'z', label: 'take back', places: ['import-fields', 'import-types'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'take them', places: ['import-words'] },

  { action: 'left', keys: ['left'], called: '←', label: 'erase or keep', places: ['import-blanks'] },
  { action: 'right', keys: ['right', 'space'], called: '→', label: 'erase or keep', places: ['import-blanks'] },
  { action: 'save-mapping', keys: ['s'], called: 's', label: 'save the mapping', places: ['import-blanks'] },

  { action: 'go-on', keys: ['c'], called: 'c', label: 'continue', places: PREVIEW },
  { action: 'mend', keys: ['enter', 'm'], called: 'Enter', label: 'mend the row', places: PREVIEW },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next problem', places: PREVIEW },
  { action: 'filter', keys: ['f'], called: 'f', label: 'filter', places: PREVIEW },
  { action: 'detail', keys: ['d'], called: 'd', label: 'whole row', places: PREVIEW },
  { action: 'warnings', keys: ['w'], called: 'w', label: 'warnings', places: PREVIEW },
  { action: 'save-problems', keys: ['p'], called: 'p', label: 'save problem rows', places: PREVIEW },
  { action: 'left', keys: ['left', 'page-up'], called: '←', label: 'page', places: PREVIEW },
  { action: 'right', keys: ['right', 'page-down'], called: '→', label: 'page', places: PREVIEW },
  { action: 'undo-mending', keys: ['u'], called: 'u', label: 'undo mending', places: PREVIEW },
  { action: 'save-mended', keys: ['s'], called: 's', label: 'save a mended copy', places: PREVIEW },
  { action: 'rows-per-page', keys: ['r'], called: 'r', label: 'rows per page', places: PREVIEW },
  { action: 'go-to-row', keys: ['g'], called: 'g', label: 'go to line', places: PREVIEW },
  { action: 'first', keys: ['home'], called: 'Home', label: 'first, last page', places: PREVIEW },
  { action: 'last', keys: ['end'], called: 'End', label: 'first, last page', places: PREVIEW },
  { action: 'up', keys: ['up'], called: '↑', label: 'move', places: PREVIEW },
  { action: 'down', keys: ['down'], called: '↓', label: 'move', places: PREVIEW },

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'choose', places: ['import-mend'] },
  { action: 'menu', keys: [], called: 'a…z', label: 'another text', places: ['import-mend'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'put it in', places: ['import-cell'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'save', places: SAVING },

  { action: 'up', keys: ['up'], called: '↑', label: 'move', places: LISTS },
  { action: 'down', keys: ['down'], called: '↓', label: 'move', places: LISTS },
  { action: 'page-up', keys: ['page-up'], called: 'PgUp', label: 'page', places: LISTS },
  { action: 'page-down', keys: ['page-down'], called: 'PgDn', label: 'page', places: LISTS },
  { action: 'up', keys: ['up'], called: '↑', label: 'scroll', places: SCROLLED },
  { action: 'down', keys: ['down'], called: '↓', label: 'scroll', places: SCROLLED },
  { action: 'page-up', keys: ['page-up'], called: 'PgUp', label: 'page', places: SCROLLED },
  { action: 'page-down', keys: ['page-down', 'space'], called: 'PgDn', label: 'page', places: SCROLLED },
];
