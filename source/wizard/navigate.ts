import { type Notice, type Question, type State, stepNow } from './state.ts';
import { nextStep, type StepId } from './steps.ts';
import type { Task } from './task.ts';

/** At `step`, with everything answered so far kept. */
export function goTo(state: State, step: StepId): State {
  return { ...state, trail: [...state.trail, step], overlay: null, notice: null, scroll: 0 };
}

/** At the step that follows on the operator's way. */
export function goOn(state: State): State {
  return goTo(state, nextStep(state, stepNow(state)));
}

/** At the step that follows; where the operator came from a review to decide something, back there. */
export function goOnOrReturn(state: State): State {
  const review = state.trail.indexOf('review');
  if (review === -1) return goOn(state);
  return { ...state, trail: state.trail.slice(0, review + 1), overlay: null, notice: null, scroll: 0 };
}

/** At the step before, or at the first screen. */
export function goBack(state: State): State {
  if (state.trail.length === 1) return state;
  return { ...state, trail: state.trail.slice(0, -1), overlay: null, notice: null, scroll: 0 };
}

/** At the first screen, the way there forgotten. */
export function goHome(state: State): State {
  return { ...state, trail: ['home'], mode: null, overlay: null, notice: null, scroll: 0 };
}

/** With slow work begun; what was going on before is given up. */
export function begin(state: State, job: Task): State {
  const id = state.tasks + 1;
  return { ...state, tasks: id, task: { id, job }, progress: null, notice: null };
}

/** With a line for the operator above the key hints. */
export function say(state: State, tone: Notice['tone'], text: string): State {
  return { ...state, notice: { tone, text } };
}

/** With a question that only a second thought answers: No has the focus. */
export function ask(state: State, question: Omit<Question, 'focus'>): State {
  return { ...state, overlay: 'ask', question: { ...question, focus: 0 } };
}

/** With a line that stays on the normal screen once the wizard has gone. */
export function remember(state: State, line: string): State {
  return { ...state, summary: [...state.summary, line] };
}
