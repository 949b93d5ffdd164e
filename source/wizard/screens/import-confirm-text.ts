import { visibleText, wrapText } from '../../model/visible-text.ts';
import { bodySize } from '../layout.ts';
import type { State } from '../state.ts';
import { confirmSentences } from './confirm-words.ts';

/** All that an import will do, a sentence a line. */
export function importConfirmText(state: State): string {
  return confirmSentences(state)
    .filter((sentence) => sentence !== '')
    .map((sentence) => visibleText(sentence, state.world))
    .join('\n');
}

/** Lines of it that are seen at a time, of a body of so many: the question stands above, the buttons below. */
export function importConfirmRoom(height: number): number {
  return Math.max(1, height - 2);
}

/** Whether it is longer than the window, so that it scrolls. */
export function isImportConfirmCut(state: State): boolean {
  const { width, height } = bodySize(state);
  const lines = wrapText(importConfirmText(state), width, { showBreaks: false });
  return lines.length > importConfirmRoom(height);
}
