import { nameCommands } from '../../model/name-commands.ts';
import { visibleText } from '../../model/visible-text.ts';

/** Keys that sentences of the wizard name → what is typed instead where there is only a line to type. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/ \((?:[←→↑↓]+|Enter|Esc|Tab)\)/g, ''],
  [/Type a path, or choose with the arrows; Tab completes[^.]*\./g, 'Type a path, or the number of what is listed.'],
  [/ Tab completes what you have typed\./g, ''],
  [/Type a path, or choose with the arrows\./g, 'Type a path, or the number of what is listed.'],
  [/Left and right choose, Enter presses\. The safe answer is in focus first\./g, 'The safe answer stands first.'],
  [/; what is longer than the window scrolls\. Cancel is in focus\./g, '. Cancel stands first.'],
  [/pressed a button/g, 'said yes'],
  [/Cancel is in focus; the other button/g, 'Cancel stands first; the other answer'],
  [/Cancel is in focus; Undo/g, 'Cancel stands first; Undo'],
  [/Dimmed people/g, 'Some people'],
  [/stands beside (them|it)/g, 'is said with $1'],
  [/always stands below the list/g, 'is always said'],
  [/A row a column of the file:/g, 'A number for each column of the file:'],
  [/ What is guessed and what you chose says the last column\./g, ' Each says what made it that field.'],
  [/are read; beside it the first cell as it reads then/g, 'are read, and the first cell as it reads then'],
  [/\bd shows (each with what to do)/g, '“3 d” shows $1'],
  [/\bd one row with each/g, '“3 d” one row with each'],
  [/\bd shows the records themselves/g, 'the number of a data type reads its records out'],
  [/\bw tells a reason whole/g, '“3 w” tells a reason whole'],
  [/what a tab shows/g, 'what a part shows'],
  [/\bo opens (one|a) pair\b/g, '“3 o” opens $1 pair'],
  [/, and r gives it back/g, ', and “3 r” gives it back'],
  [/; a decides all conflicts/g, '; “3 a” decides all conflicts'],
  [/\bx (deletes one that|leaves the column out)/g, '“3 x” $1'],
  [
    /the mark shows whose (\w+) the target has afterwards, and the last column says so in a word/g,
    'what is taken says whose $1 the target has afterwards',
  ],
  [/the mark shows whose/g, 'what is taken says whose'],
  [/A row a (field|course);/g, 'A number for each $1;'],
  [/, or all of a field at once with a\b/g, ', or all of a field at once with “3 a”'],
  [/decide with ← or →/g, 'decide with “3 s” or “3 t”'],
  [/with ← or →/g, 'with “3 s” or “3 t”'],
  [/, → the target’s, b both/g, ', “3 t” the target’s, “3 b” both'],
  [/unless you press b on them/g, 'unless you take both'],
  [/\bb takes both\b/g, '“3 b” takes both'],
  [/← and → choose otherwise/g, '“3 s” and “3 t” choose otherwise'],
  [/← takes/g, '“3 s” takes'],
  [/→ the target’s/g, '“3 t” the target’s'],
  [
    /Tab marks an account, Shift\+Tab all that are listed, or none/g,
    'Its number marks an account, a all that are listed, or none',
  ],
  [/; m takes a mapping/g, '; o takes a mapping'],
  [/Space chooses (another field|a field)/g, 'its number chooses $1'],
  [/and press Space/g, 'and type its number'],
  [/← and → change the format/g, 'the number of a column changes the format'],
  [/; w types other words/g, ''],
  [/or say with Space that it is right/g, 'or take the one that it has'],
  [/← and → choose the format, Space says that it is right/g, 'the number of a column chooses its format'],
  [/ ← and → say how they are written\./g, ''],
  [/, go to it, and Enter takes it/g, '; its number takes it'],
  [/Enter takes (it|one)/g, 'its number takes $1'],
  [
    /What you type takes the place of a cell’s text; Enter on a cell changes the text that it has/g,
    'The number of a cell types another text for it',
  ],
  [/What you type searches for the person; nothing changes/g, 'Nothing changes'],
  [/ {3}Target:/g, '; target:'],
  [/as it stands, then Enter\./g, 'as it stands.'],
  [
    /Enter asks what to do with the marked ones, listed or not; where none is, with the one under the cursor/g,
    'c asks what to do with the marked ones, listed or not; where none is, “3 o” with the third',
  ],
  [/(?:under the cursor|that the cursor is on)/g, 'that you named'],
  [/with Space/g, 'by its number'],
  [/Space switches/g, 'x switches'],
  [/Enter is about them/g, 'c is about them'],
  [
    /Tab marks several, Shift\+Tab all that are listed, or none, and Enter merges those that are marked/g,
    'its number marks one, a all that are listed, or none, and c merges those that are marked',
  ],
  [/Enter merges the two that you named/g, '“3 g” merges the third two'],
  [/Enter merges (it|them)/g, 'c merges $1'],
  [/← and → turn round/g, '“3 o” turns round'],
  [/← or → choose for this line/g, '“3 s” or “3 t” choose for the third line'],
  [/; → leaves it/g, '; “3 t” leaves it'],
  [/Space or x(:| switches)/g, 'x$1'],
  [/Tab shows (inactive|them)/g, 'i shows $1'],
  [/Tab shows/g, 'f shows'],
  [/Tab lists all (pairs|rows)/g, 'p lists all $1'],
  [/or press Enter on a row/g, 'or type the number of a line'],
  [/Enter gives one a target/g, 'the number of a line gives it one'],
  [/Enter goes on/g, 'c goes on'],
  [/Enter or Esc there/g, 'c or b there'],
  [/Enter opens/g, 'its number opens'],
  [/\bEsc\b/g, 'b'],
  [/\bpress ([a-z])\b/g, 'type $1'],
  [/(?<=^|\. )its number/g, 'Its number'],
  [/(?<=^|\. )the number/g, 'The number'],
  [/ → /g, ', then '],
  [/ …(?: \d+ %)?(?: \(b stops that\))?$/, '. Please wait.'],
];

/** What a sentence of the wizard says where its keys are lines to be typed. */
export function spokenText(sentence: string): string {
  return SPOKEN.reduce((text, [key, words]) => text.replace(key, words), sentence);
}

/**
 * A line as it is said: controls made visible, gaps of columns closed, commands that it names completed by the flags of
 * this store. Nothing of it moves a cursor.
 * @param hide puts stand-ins for people, before letters are written by their numbers
 */
export function sayable(
  line: string,
  { again, ascii }: { again: string; ascii: boolean },
  hide = (text: string) => text,
): string {
  return visibleText(hide(nameCommands(line, again)), { ascii })
    .replace(/ {2,}/g, ' ')
    .trimEnd();
}
