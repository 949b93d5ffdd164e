import type { ImportOverlayId, ImportStepId } from '../import-steps.ts';
import { detailLogic } from './detail.ts';
import { importBlanksLogic, importSaveMappingLogic } from './import-blanks.ts';
import { importConfirmLogic } from './import-confirm.ts';
import { importFieldsLogic } from './import-fields.ts';
import { importFileLogic } from './import-file.ts';
import { importLookLogic, importMappingsLogic } from './import-look.ts';
import { importCellLogic, importMendLogic } from './import-mend.ts';
import { importFieldLogic } from './import-pick-field.ts';
import { importPreviewLogic } from './import-preview.ts';
import { importSaveCopyLogic, importSaveProblemsLogic } from './import-save.ts';
import { importTypesLogic } from './import-types.ts';
import { importWordsLogic } from './import-yes-no.ts';
import type { Logic } from './logic.ts';

/** What each place of an import does with what the operator does. */
export const IMPORT_LOGIC: Record<ImportStepId | ImportOverlayId, Logic> = {
  'import-file': importFileLogic,
  'import-look': importLookLogic,
  'import-mappings': importMappingsLogic,
  'import-fields': importFieldsLogic,
  'import-field': importFieldLogic,
  'import-types': importTypesLogic,
  'import-cells': detailLogic,
  'import-words': importWordsLogic,
  'import-blanks': importBlanksLogic,
  'import-save-mapping': importSaveMappingLogic,
  'import-preview': importPreviewLogic,
  'import-mend': importMendLogic,
  'import-cell': importCellLogic,
  'import-save-copy': importSaveCopyLogic,
  'import-save-problems': importSaveProblemsLogic,
  'import-row': detailLogic,
  'import-warnings': detailLogic,
  'import-confirm': importConfirmLogic,
};
