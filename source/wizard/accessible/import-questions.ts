import type { ImportOverlayId, ImportStepId } from '../import-steps.ts';
import type { Asking } from './question.ts';
import { askFile } from './questions/ask-file.ts';
import {
  askImportBlanks,
  askImportWords,
  askSaveCopy,
  askSaveMapping,
  askSaveProblems,
} from './questions/ask-import-blanks.ts';
import { askImportCells, askImportField, askImportFields, askImportTypes } from './questions/ask-import-columns.ts';
import { askImportLook, askImportMappings } from './questions/ask-import-file.ts';
import {
  askImportCell,
  askImportConfirm,
  askImportMend,
  askImportPreview,
  askImportRow,
  askImportWarnings,
} from './questions/ask-import-rows.ts';

/** The question of each place of an import. */
export const IMPORT_QUESTIONS: Record<ImportStepId | ImportOverlayId, Asking> = {
  'import-file': askFile,
  'import-look': askImportLook,
  'import-mappings': askImportMappings,
  'import-fields': askImportFields,
  'import-field': askImportField,
  'import-types': askImportTypes,
  'import-cells': askImportCells,
  'import-words': askImportWords,
  'import-blanks': askImportBlanks,
  'import-save-mapping': askSaveMapping,
  'import-preview': askImportPreview,
  'import-mend': askImportMend,
  'import-cell': askImportCell,
  'import-save-copy': askSaveCopy,
  'import-save-problems': askSaveProblems,
  'import-row': askImportRow,
  'import-warnings': askImportWarnings,
  'import-confirm': askImportConfirm,
};
