import { fileText, mappingText, originText } from '../../screens/import-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking } from '../question.ts';

/** How many rows of the file are read out, to hear whether it was read as it was meant. */
const ROWS = 3;

/** What the file holds, how it was read, and which mapping is taken. */
export const askImportLook: Asking = ({ importing }) => {
  const { file } = importing;
  if (file === null) return { lines: ['No file has been read.'] };
  const problems = file.problems.map(({ message, cure }) => `Problem: ${message} ${cure}`);
  const rows = file.rows.slice(0, ROWS).map(({ line, cells }) => {
    const told = file.headings.map((heading, place) => `${heading} “${cells[place] ?? ''}”`);
    return `Line ${line}: ${told.join(', ')}.`;
  });
  return {
    lines: [`${fileText(importing)}.`, `${mappingText(importing)}.`, ...problems],
    reading: rows,
    commands: [
      { letter: 'c', label: 'continue', answer: pressing('enter') },
      { letter: 'o', label: 'other mapping', answer: pressing('m') },
      { letter: 'e', label: 'other encoding', answer: pressing('e') },
      { letter: 'd', label: 'other delimiter', answer: pressing('d') },
    ],
  };
};

/** The mappings to choose from. */
export const askImportMappings: Asking = ({ importing }) => {
  const { choices, chosen } = importing;
  const at = (index: number, key: string): Answer => ({
    does: [(now: State) => [...moving(now.importing.choiceCursor, index), press(key)]],
  });
  return {
    list: {
      noun: 'mappings',
      count: choices.length,
      entryAt(index) {
        const choice = choices[index];
        if (choice === undefined) return { text: '' };
        const { origin, mapping } = choice;
        const name = origin === 'guessed' ? 'As the columns look' : mapping.name;
        const isNow = origin === chosen?.origin && mapping.name === chosen.mapping.name;
        return {
          text: `${name}, ${originText(choice)}, ${mapping.columns.length} columns${isNow ? ', taken now' : ''}. ${mapping.about}`,
        };
      },
      pick: (index) => at(index, 'enter'),
      rowCommands: [{ letter: 'x', label: 'delete it', answer: (index) => at(index, 'x') }],
    },
  };
};
