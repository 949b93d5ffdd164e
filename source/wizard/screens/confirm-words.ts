import { isImporting } from '../import-steps.ts';
import { CONFIRM_BUTTONS, MERGE_BUTTONS, UNDO_BUTTONS } from '../logic/confirm.ts';
import { IMPORT_BUTTONS } from '../logic/import-confirm.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';
import { isUndoing } from '../steps.ts';
import { importSentences } from './import-sentences.ts';
import { mergeSentences } from './merge-sentences.ts';
import { planSentences } from './plan-sentences.ts';
import { undoSentences } from './undo-sentences.ts';

/** What is asked, and what the buttons say: of a merge the document's own words (C22). */
export function wordsOf(state: State): { question: string; buttons: readonly string[] } {
  if (isUndoing(state)) return { question: 'Undo this?', buttons: UNDO_BUTTONS };
  if (isImporting(state)) return { question: 'Import these people?', buttons: IMPORT_BUTTONS };
  if (operationNow(state) === 'merge') return { question: 'Merge these users?', buttons: MERGE_BUTTONS };
  return { question: 'Run this transfer?', buttons: CONFIRM_BUTTONS };
}

/** What the plan does, in sentences; one that has nothing to say is empty. */
export function confirmSentences(state: State): string[] {
  if (isUndoing(state)) return undoSentences(state);
  if (isImporting(state)) return importSentences(state);
  return operationNow(state) === 'merge' ? mergeSentences(state) : planSentences(state);
}
