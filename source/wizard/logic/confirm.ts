import { begin, goBack, goOn, say } from '../navigate.ts';
import { comparePhrase } from '../parts/compare-phrase.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { Logic } from './logic.ts';

export const CONFIRM_BUTTONS = ['Cancel', 'Run Transfer'] as const;
export const MERGE_BUTTONS = ['Cancel', 'Merge Users'] as const;
export const UNDO_BUTTONS = ['Cancel', 'Undo'] as const;

/** The first confirmation; Cancel has the focus each time (A28). */
export const confirmLogic: Logic = {
  enter: (state) => ({ ...state, confirmFocus: 0 }),
  act(state, action) {
    if (action === 'left' || action === 'right') return { ...state, confirmFocus: state.confirmFocus === 0 ? 1 : 0 };
    if (action !== 'enter') return state;
    return state.confirmFocus === 0 ? goBack(state) : goOn(state);
  },
};

/** The second confirmation: the plan's phrase, typed (A29). */
export const phraseLogic: Logic = {
  enter: (state) => ({ ...state, phrase: fieldOf('') }),
  act(state, action) {
    const { plan, phrase } = state;
    if (action !== 'enter' || plan === null || state.task !== null) return state;
    if (comparePhrase(phrase.value, plan.confirm) !== 'complete') {
      return say(state, 'bad', `Nothing runs yet. Type exactly: ${plan.confirm}`);
    }
    const { resumed } = state;
    return begin(
      state,
      state.mode === 'resume' && resumed !== null
        ? { kind: 'resume-run', shown: resumed }
        : { kind: 'start-run', plan },
    );
  },
  type: (state, press) => ({ ...state, notice: null, phrase: editText(state.phrase, press) }),
};

/** A yes-or-no question laid over a step; No has the focus. */
export const askLogic: Logic = {
  act(state, action) {
    const { question } = state;
    if (question === null) return { ...state, overlay: null };
    if (action === 'left' || action === 'right') {
      return { ...state, question: { ...question, focus: question.focus === 0 ? 1 : 0 } };
    }
    if (action !== 'enter') return state;
    const closed = { ...state, overlay: null, question: null };
    if (question.focus === 1) return begin(closed, question.task);
    return question.declined === undefined ? closed : say(closed, 'info', question.declined);
  },
};
