import type { RunSummary } from '../../model/run.ts';
import { operationWords, runWords } from '../../model/run-standing.ts';
import { bodySize } from '../layout.ts';
import { begin } from '../navigate.ts';
import { editText } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/** The runs that have each word that is typed, in their id, operator, operation or state; newest first. */
export function listedRuns({ world, historyField }: State): RunSummary[] {
  const words = historyField.value.trim().toLowerCase().split(/\s+/);
  return world.runs.filter((run) => {
    const { id, operator, state } = run;
    const text = `${id} ${operator} ${state} ${runWords(run, world.runs)} ${operationWords(run)}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

export const historyLogic: Logic = {
  act(state, action) {
    const listed = listedRuns(state);
    if (action === 'enter') {
      const run = listed[state.historyCursor];
      if (run === undefined) return state;
      return begin(state, { kind: 'open-run', run: run.id, showAs: run.state === 'running' ? 'follow' : 'result' });
    }
    const historyCursor = moveCursor(
      state.historyCursor,
      action,
      listed.length,
      Math.max(1, bodySize(state).height - 5),
    );
    return { ...state, historyCursor };
  },
  type: (state, press) => ({ ...state, historyCursor: 0, historyField: editText(state.historyField, press) }),
};
