import { deletionPhrase } from '../../../people/deletion-text.ts';
import { confirmSentences, wordsOf } from '../../screens/confirm-words.ts';
import { lossLines } from '../../screens/deletion-lines.ts';
import type { State } from '../../state.ts';
import { entering } from '../presses.ts';
import type { Asking, Wanted } from '../question.ts';
import { buttonList } from './button-list.ts';

const told = (state: State) => confirmSentences(state).filter((sentence) => sentence !== '');

/** The first confirmation, Cancel first (A28). */
export const askConfirm: Asking = (state) => {
  const { question, buttons } = wordsOf(state);
  return { lines: [...told(state), question], list: buttonList(buttons, state.confirmFocus) };
};

/** The second confirmation, typed as a whole line (A29). */
export const askPhrase: Asking = (state) => ({ lines: told(state), wanted: phraseWanted(state.plan?.confirm ?? '') });

/** The phrase that deletes an account for good. */
export const askDeletionPhrase: Asking = ({ care }) => ({
  lines: care.deletion === null ? [] : lossLines(care.deletion, care.isDetaching),
  wanted: phraseWanted(care.deletion === null ? '' : deletionPhrase([care.deletion.person])),
});

/** A phrase counts even where it is a letter that means something elsewhere: it may be somebody's login. */
function phraseWanted(phrase: string): Wanted {
  return {
    label: `To confirm, type ${phrase}`,
    isMeant: (line) => line === phrase,
    take: entering,
  };
}

/** A yes-or-no question, the safe answer first. */
export const askYesOrNo: Asking = ({ question }) =>
  question === null
    ? {}
    : { lines: [question.text], list: buttonList([question.no, question.yes], question.focus), back: question.no };
