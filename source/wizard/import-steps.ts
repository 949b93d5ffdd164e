import type { State } from './state.ts';
import type { Step } from './steps.ts';

export const IMPORT_STEP_IDS = [
  'import-file',
  'import-look',
  'import-fields',
  'import-types',
  'import-blanks',
  'import-preview',
  'import-confirm',
] as const;
export type ImportStepId = (typeof IMPORT_STEP_IDS)[number];

/** What lies over a step of an import until it is closed. */
export const IMPORT_OVERLAY_IDS = [
  'import-mappings',
  'import-field',
  'import-cells',
  'import-words',
  'import-save-mapping',
  'import-mend',
  'import-cell',
  'import-save-copy',
  'import-save-problems',
  'import-row',
  'import-warnings',
] as const;
export type ImportOverlayId = (typeof IMPORT_OVERLAY_IDS)[number];

/** Whether the operator brings people in from a file: from its beginning, or what an unfinished import has left. */
export function isImporting({ mode, plan }: Pick<State, 'mode' | 'plan'>): boolean {
  return mode === 'import' || (mode === 'resume' && plan?.operation === 'import');
}

const isImport = ({ mode }: State): boolean => mode === 'import';

/** The steps of an import in the operator's order. */
export const IMPORT_STEPS: readonly Step[] = [
  { id: 'import-file', title: 'Choose the file of people', applies: isImport },
  { id: 'import-look', title: 'What the file holds', applies: isImport },
  { id: 'import-fields', title: 'Which column is what', applies: isImport },
  { id: 'import-types', title: 'How cells are read', applies: isImport },
  { id: 'import-blanks', title: 'What is blank or missing', applies: isImport },
  { id: 'import-preview', title: 'Preview of the import', applies: isImport },
  { id: 'import-confirm', title: 'Import People', applies: isImporting },
];
