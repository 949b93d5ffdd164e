import { duplicateKey, listedDuplicates } from '../../logic/duplicates.ts';
import { aboutDuplicate, emptyText, markedText } from '../../screens/duplicates-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { searching, searchLines } from './searching.ts';

/** Accounts that may be one person's: one pair is merged at once, several once they are marked. */
export const askDuplicates: Asking = (state) => {
  const listed = listedDuplicates(state);
  const { field, chosen } = state.duplicates;
  const at = (index: number, key: string): Answer => {
    const pair = listed[index];
    return {
      does: [
        (now: State) => {
          const place = listedDuplicates(now).findIndex(
            (each) => pair !== undefined && duplicateKey(each) === duplicateKey(pair),
          );
          return place === -1 ? [] : [...moving(now.duplicates.cursor, place), press(key)];
        },
      ],
    };
  };
  return {
    lines: [
      ...searchLines(field.value),
      chosen.size === 0 ? 'None is marked.' : `${spokenText(markedText(state))}.`,
      ...(listed.length === 0 ? [spokenText(emptyText(state))] : []),
    ],
    list: {
      noun: 'pairs',
      count: listed.length,
      name: field.value,
      entryAt(index) {
        const pair = listed[index];
        if (pair === undefined) return { text: '' };
        return { text: `${chosen.has(duplicateKey(pair)) ? 'Marked: ' : ''}${aboutDuplicate(pair, state.world)}` };
      },
      pick: (index) => at(index, 'tab'),
      rowCommands: [
        { letter: 'o', label: 'the other way round', answer: (index) => at(index, 'right') },
        ...(chosen.size === 0
          ? [{ letter: 'g', label: 'merge just these two', answer: (index: number) => at(index, 'enter') }]
          : []),
      ],
    },
    wanted: searching('Number to mark, or words to search for'),
    commands: [
      ...(listed.length === 0
        ? []
        : [{ letter: 'a', label: 'mark all that are listed, or none', answer: pressing('shift-tab') }]),
      ...(chosen.size === 0 ? [] : [{ letter: 'c', label: 'merge those marked', answer: pressing('enter') }]),
    ],
    back: field.value === '' ? 'back' : 'empties the search',
  };
};
