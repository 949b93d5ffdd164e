import { numberText } from '../../../model/number-text.ts';
import { firstPlace } from '../../logic/first-place.ts';
import { isInUse } from '../../logic/import-look.ts';
import { choiceText, columnsText, fileText, mappingText, originText } from '../../screens/import-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking } from '../question.ts';

/** What the file holds, how it was read, and which mapping is taken; its rows are read out one by one. */
export const askImportLook: Asking = ({ importing }) => {
  const { file } = importing;
  if (file === null) return { lines: ['No file has been read.'] };
  const problems = file.problems.map(({ message, cure }) => `Problem: ${message} ${cure}`);
  const lineAt = (index: number) => file.rows[index]?.line ?? 0;
  return {
    lines: [`${fileText(importing)}.`, `${mappingText(importing)}.`, ...problems],
    list: {
      noun: 'rows',
      count: file.rows.length,
      page: 1,
      numberAt: lineAt,
      find(line) {
        const place = firstPlace(file.rows.length, (index) => lineAt(index) >= line);
        return lineAt(place) === line ? place : null;
      },
      entryAt: (index) => ({ text: cellsText(file.headings, file.rows[index]?.cells ?? []) }),
    },
    commands: [
      { letter: 'c', label: 'continue', answer: pressing('enter') },
      { letter: 'o', label: 'other mapping', answer: pressing('m') },
      { letter: 'e', label: 'other encoding', answer: pressing('e') },
      { letter: 'd', label: 'other delimiter', answer: pressing('d') },
    ],
  };
};

/** "Nr “7”, Name “Ann”; 2 blank": the cells that hold something. */
function cellsText(headings: readonly string[], cells: readonly string[]): string {
  const told = headings.flatMap((heading, place) => (cells[place] ? [`${heading} “${cells[place]}”`] : []));
  const blank = headings.length - told.length;
  return `${told.join(', ')}${blank === 0 ? '' : `; ${numberText(blank)} blank`}`;
}

/** The mappings to choose from. */
export const askImportMappings: Asking = ({ importing }) => {
  const { choices, guess } = importing;
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
        const isNow = isInUse(choice, importing);
        return {
          text: `${name}, ${originText(choice)}, ${columnsText(choice, importing.file)} columns${isNow ? ', taken now' : ''}. ${choiceText(choice, guess)}`,
        };
      },
      pick: (index) => at(index, 'enter'),
      rowCommands: [{ letter: 'x', label: 'delete it', answer: (index) => at(index, 'x') }],
    },
  };
};
