import type { ImportOverlayId, ImportStepId } from '../import-steps.ts';

/** What each place of an import is for. */
export const IMPORT_HELP: Record<ImportStepId | ImportOverlayId, string> = {
  'import-file':
    'The CSV file of the people who come in or are changed: a line for each, with headings such as Email, First Name and Last Name. Type a path, or choose with the arrows; Tab completes what you have typed. Nothing is changed before you have seen a preview and typed a phrase.',
  'import-look':
    'Make sure that the file is read as it was meant: letters such as ü and é stand as they should, and each column by itself. e takes another encoding, d another delimiter. The columns were mapped by their names and by what they hold; m takes a mapping that was saved, or one that ships.',
  'import-mappings':
    'A mapping says which column is what, how it is read, and what blanks do. Enter takes one; x deletes one that was saved, after a question.',
  'import-fields':
    'A row a column of the file: what it holds, and which field it is. Space chooses another field, x leaves the column out, z takes your last choice back, and then the ones before it. A field has one column: one that is taken moves. Columns of the mapping that this file lacks stand last; they stay in the mapping unless x takes them out. Where the mapping erases what is missing, people lose what they have in a field without a column. Fields with * are required. What is guessed and what you chose says the last column.',
  'import-field': 'Type part of a field’s name, go to it, and Enter takes it. Who has it now loses it.',
  'import-types':
    'How the cells of each column are read; beside it the first cell as it reads then. z takes your last choice back. ← and → change the format of dates, the separator of lists, the words for yes and no; w types other words. FAIL counts the cells of all rows that do not read so; d shows each with what to do. A date such as 03/04/2024 reads in two ways: where all of a column do, it says DECIDE, and you choose the format or say with Space that it is right.',
  'import-cells': 'One column whole: the cells that do not read and what can be done, and some that do.',
  'import-words': 'The words that mean yes and those that mean no, with a slash between them.',
  'import-blanks':
    'What happens to a value that somebody has where the file says nothing: its cell is blank, or no column is that field. ERASED takes the value away, kept leaves it. The numbers are those of your file. s saves the mapping under a name.',
  'import-save-mapping': 'A name for the mapping. One that is there already is replaced after a question.',
  'import-preview':
    'Every row of your file and what becomes of it. Rows with a PROBLEM stay out, the others go on: mend them here (Enter), leave them out (x) so that they are no problem any more, or save them with their reasons (p), mend that file and import it. Rows that are left out, by you or as they are blank, are counted as such: nothing happens for them. f shows one kind of rows, d one row with each value before and after, w the warnings. Your file is not changed; s saves a mended copy.',
  'import-mend':
    'The cells of the row, and leaving it out as the last line (End; x in the preview does the same). What you type takes the place of a cell’s text; Enter on a cell changes the text that it has. Esc in the field leaves the cell as it is. u in the preview takes a mending back, y does it again.',
  'import-cell': 'What the cell is to say. The rows are checked anew at once.',
  'import-save-copy': 'Your own file stays as it is; the copy has the cells that you mended.',
  'import-save-problems':
    'The rows with problems as they stand, with two columns before theirs: the line, and what is wrong. Mended, that file can be imported as it is. A row with too few or too many cells stays a problem until you put them right and empty its cell under Problem.',
  'import-row': 'One row with everything about it: what is wrong, each value before and after, its cells.',
  'import-warnings': 'What is not wrong and yet worth knowing before this runs.',
  'import-confirm':
    'What will happen, all of it; what is longer than the window scrolls. Cancel is in focus. The phrase is asked for next.',
};
