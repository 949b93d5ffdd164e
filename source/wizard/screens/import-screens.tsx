import type { ComponentType } from 'react';
import type { ImportOverlayId, ImportStepId } from '../import-steps.ts';
import { ChooseFile } from './choose-file.tsx';
import { Confirm } from './confirm.tsx';
import { ImportBlanks, SaveMapping } from './import-blanks.tsx';
import { ImportFields, PickImportField } from './import-fields.tsx';
import { ImportLook, ImportMappings } from './import-look.tsx';
import { ImportCell, ImportMend, SavePeopleCopy, SaveProblems } from './import-mend.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportRowDetail, ImportWarnings } from './import-row.tsx';
import { ImportCells, ImportTypes, ImportWords } from './import-types.tsx';
import type { ScreenProps } from './screen.ts';

/** The screen of each place of an import. */
export const IMPORT_SCREENS: Record<ImportStepId | ImportOverlayId, ComponentType<ScreenProps>> = {
  'import-file': ChooseFile,
  'import-look': ImportLook,
  'import-mappings': ImportMappings,
  'import-fields': ImportFields,
  'import-field': PickImportField,
  'import-types': ImportTypes,
  'import-cells': ImportCells,
  'import-words': ImportWords,
  'import-blanks': ImportBlanks,
  'import-save-mapping': SaveMapping,
  'import-preview': ImportPreview,
  'import-mend': ImportMend,
  'import-cell': ImportCell,
  'import-save-copy': SavePeopleCopy,
  'import-save-problems': SaveProblems,
  'import-row': ImportRowDetail,
  'import-warnings': ImportWarnings,
  'import-confirm': Confirm,
};
