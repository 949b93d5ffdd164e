import { BLANK_KINDS } from '../../logic/import-blanks.ts';
import { blankRow, blanksLines } from '../../screens/import-blanks-words.ts';
import {
  saveCopyLines,
  saveMappingLines,
  saveProblemsLines,
  yesAndNoLines,
} from '../../screens/import-saving-lines.ts';
import type { State } from '../../state.ts';
import { entering, moving, press, pressing } from '../presses.ts';
import type { Asking } from '../question.ts';

/** What happens to the values of existing people where the file says nothing (X13). */
export const askImportBlanks: Asking = ({ importing, task }) => ({
  lines: blanksLines(importing),
  list: {
    noun: 'rules',
    count: BLANK_KINDS.length,
    entryAt(index) {
      const [what, policy, count] = blankRow(BLANK_KINDS[index] ?? 'blanks', importing, task !== null);
      return { text: `${what}: ${policy}; ${count}` };
    },
    pick: (index) => ({ does: [(now: State) => [...moving(now.importing.blanksCursor, index), press('right')]] }),
  },
  commands: [
    { letter: 'c', label: 'continue', answer: pressing('enter') },
    { letter: 's', label: 'save the mapping', answer: pressing('s') },
  ],
});

/** Under which name the mapping is saved. */
export const askSaveMapping: Asking = ({ importing }) => {
  const { value } = importing.nameField;
  return {
    lines: saveMappingLines(),
    wanted: { label: 'Name of the mapping', ...(value === '' ? {} : { standard: value }), take: entering },
  };
};

/** Where the mended copy of the file goes. */
export const askSaveCopy: Asking = ({ importing }) => ({
  lines: saveCopyLines(importing),
  wanted: { label: 'Save as', standard: importing.nameField.value, take: entering },
});

/** Where the rows with problems go. */
export const askSaveProblems: Asking = ({ importing }) => ({
  lines: saveProblemsLines(importing),
  wanted: { label: 'Save as', standard: importing.nameField.value, take: entering },
});

/** The words that mean yes and no. */
export const askImportWords: Asking = ({ importing }) => ({
  lines: yesAndNoLines(importing),
  wanted: { label: 'Words', standard: importing.cellField.value, take: entering },
});
