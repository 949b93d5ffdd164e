import type { Binding } from './key-binding.ts';
import { arrowKeys, endKeys, pageKeys, sideKeys } from './moving-keys.ts';
import type { Place } from './state.ts';

const TABLES = ['import-fields', 'import-types', 'import-blanks'] as const;
const LISTS = [...TABLES, 'import-mappings', 'import-field', 'import-mend', 'import-file'] as const;
const SCROLLED = ['import-cells', 'import-row', 'import-warnings', 'import-confirm'] as const;
const SAVING = ['import-save-mapping', 'import-save-copy', 'import-save-problems'] as const;
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
  ...sideKeys('columns', LOOK, { left: ['shift-tab'], right: ['tab'] }),
  ...arrowKeys('rows', LOOK),
  ...pageKeys(LOOK),

  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'take it', places: ['import-mappings', 'import-field'] },
  { action: 'remove', keys: ['x', 'delete'], called: 'x', label: 'delete it', places: ['import-mappings'] },

  { action: 'toggle', keys: ['space'], called: 'Space', label: 'another field', places: ['import-fields'] },
  { action: 'remove', keys: ['x', 'delete'], called: 'x', label: 'leave out', places: ['import-fields'] },
  { action: 'as-proposed', keys: ['r'], called: 'r', label: 'as proposed', places: ['import-fields'] },

  ...sideKeys('setting', ['import-types']),
  { action: 'toggle', keys: ['space'], called: 'Space', label: 'it is right', places: ['import-types'] },
  { action: 'next-problem', keys: ['n'], called: 'n', label: 'next to look at', places: ['import-types'] },
  { action: 'detail', keys: ['d'], called: 'd', label: 'its cells', places: ['import-types'] },
  { action: 'other-type', keys: ['t'], called: 't', label: 'other type', places: ['import-types'] },
  { action: 'words', keys: ['w'], called: 'w', label: 'yes and no', places: ['import-types'] },
  { action: 'take-back', keys: ['z'], called: 'z', label: 'take back', places: ['import-fields', 'import-types'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'take them', places: ['import-words'] },

  ...sideKeys('erase or keep', ['import-blanks'], { right: ['space'] }),
  { action: 'save-mapping', keys: ['s'], called: 's', label: 'save the mapping', places: ['import-blanks'] },
  { action: 'enter', keys: ['enter'], called: 'Enter', label: 'save', places: SAVING },

  ...arrowKeys('move', LISTS),
  ...pageKeys(LISTS),
  ...endKeys('first, last', [...TABLES, 'import-mappings', 'import-mend']),
  ...arrowKeys('scroll', SCROLLED),
  ...pageKeys(SCROLLED, ['space']),
];
