import { exportLines, goToRowLines, saveMendedLines } from '../../screens/ask-text-lines.ts';
import { entering } from '../presses.ts';
import type { Asking } from '../question.ts';

/** Where to save the export of all users. */
export const askExport: Asking = (state) => ({
  lines: exportLines(state),
  wanted: { label: 'Save as', standard: state.exportField.value || 'people.csv', take: entering },
});

/** Where to save the file with the mended rows. */
export const askSaveMended: Asking = (state) => ({
  lines: saveMendedLines(state),
  wanted: { label: 'Save as', standard: state.mendedField.value, take: entering },
});

/** Which line of the file to go to. */
export const askGoToRow: Asking = (state) => ({
  lines: goToRowLines(state),
  wanted: { label: 'Go to line', take: entering },
});
