import type { OverlayId } from '../state.ts';
import type { StepId } from '../steps.ts';
import { IMPORT_QUESTIONS } from './import-questions.ts';
import type { Asking } from './question.ts';
import { askConfirm, askDeletionPhrase, askPhrase, askYesOrNo } from './questions/ask-confirm.ts';
import { askDirection } from './questions/ask-direction.ts';
import { askDuplicates } from './questions/ask-duplicates.ts';
import { askDeletion, askEmptied, askEmptiedMenu } from './questions/ask-emptied.ts';
import { askFile } from './questions/ask-file.ts';
import { askConflicts, askPolicy } from './questions/ask-file-merge.ts';
import { askCourses, askFields, askProfiles } from './questions/ask-merge.ts';
import { askPerson } from './questions/ask-person.ts';
import { askDetail, askMend, askPreview, askRowsPerPage } from './questions/ask-preview.ts';
import { askRecords, askWhy } from './questions/ask-reading.ts';
import { askReview } from './questions/ask-review.ts';
import { askResult, askRun } from './questions/ask-run.ts';
import { askHistory, askPair, askPairs } from './questions/ask-run-lists.ts';
import { askExport, askGoToRow, askSaveMended } from './questions/ask-text.ts';
import { askTypes, askUndoTypes } from './questions/ask-types.ts';
import { askUndoReview } from './questions/ask-undo-review.ts';
import { askBulk, askHome, askMergeWay } from './questions/first-steps.ts';

/** The question of every step, and of whatever may lie over one. */
export const QUESTIONS: Record<StepId | OverlayId, Asking> = {
  ...IMPORT_QUESTIONS,
  home: askHome,
  target: askPerson,
  source: askPerson,
  'merge-source': askPerson,
  'merge-target': askPerson,
  merge: askMergeWay,
  duplicates: askDuplicates,
  policy: askPolicy,
  conflicts: askConflicts,
  profiles: askProfiles,
  fields: askFields,
  courses: askCourses,
  bulk: askBulk,
  file: askFile,
  direction: askDirection,
  preview: askPreview,
  types: askTypes,
  review: askReview,
  confirm: askConfirm,
  'undo-types': askUndoTypes,
  'undo-review': askUndoReview,
  'undo-confirm': askConfirm,
  phrase: askPhrase,
  run: askRun,
  result: askResult,
  pairs: askPairs,
  emptied: askEmptied,
  deletion: askDeletion,
  'deletion-phrase': askDeletionPhrase,
  export: askExport,
  history: askHistory,
  ask: askYesOrNo,
  detail: askDetail,
  why: askWhy,
  records: askRecords,
  pair: askPair,
  'emptied-menu': askEmptiedMenu,
  mend: askMend,
  'mend-person': askPerson,
  'rows-per-page': askRowsPerPage,
  'go-to-row': askGoToRow,
  'save-mended': askSaveMended,
};
