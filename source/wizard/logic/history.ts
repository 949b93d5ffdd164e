import type { RunSummary } from '../../model/run.ts';
import { bodySize } from '../layout.ts';
import { begin } from '../navigate.ts';
import { editText } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/** The runs that fit what is typed: id, operator or state; newest first. */
export function listedRuns({ world, historyField }: State): RunSummary[] {
  const typed = historyField.value.trim().toLowerCase();
  return world.runs.filter(({ id, operator, state }) => `${id} ${operator} ${state}`.toLowerCase().includes(typed));
}

export const historyLogic: Logic = {
  act(state, action) {
    const listed = listedRuns(state);
    if (action === 'enter') {
      const run = listed[state.historyCursor];
      if (run === undefined) return state;
      return begin(state, { kind: 'open-run', run: run.id, showAs: run.state === 'running' ? 'follow' : 'result' });
    }
    const historyCursor = moveCursor(state.historyCursor, action, listed.length, bodySize(state).height - 4);
    return { ...state, historyCursor };
  },
  type: (state, press) => ({ ...state, historyCursor: 0, historyField: editText(state.historyField, press) }),
};
