import type { Run } from '../../model/run.ts';
import { bodySize } from '../layout.ts';
import { begin, goHome, goTo, remember } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/** What the operator can do after a run (A53 to A56). */
export function resultItems({ result, world }: State): MenuItem<string>[] {
  if (result === null) return [];
  const { counts } = result.run;
  const items: MenuItem<string>[] = [];
  const disabled = world.isReadOnly ? { disabled: 'read-only: opened to look, not to change' } : {};
  if (counts.failed > 0) {
    items.push(
      { value: 'save', label: 'Save the audit log of these errors', detail: 'as a CSV file' },
      { value: 'retry', label: 'Retry only these', detail: `${counts.failed} failed, as a new plan`, ...disabled },
    );
  }
  if (counts.left > 0)
    items.push({ value: 'resume', label: 'Go on with what is left', detail: `${counts.left} pairs`, ...disabled });
  items.push(
    { value: 'home', label: 'Back to the first screen', detail: '' },
    { value: 'quit', label: 'Quit', detail: 'the result stays on your screen' },
  );
  return items;
}

export const resultLogic: Logic = {
  act: (state, action) => ({
    ...state,
    scroll: moveCursor(state.scroll, action, 100_000, Math.max(1, bodySize(state).height - 9)),
  }),
  choose(state, value) {
    const run = state.result?.run.id;
    if (run === undefined) return goHome(state);
    switch (value) {
      case 'save':
        return begin(state, { kind: 'save-errors', run });
      case 'retry':
        return begin(state, { kind: 'retry', run });
      case 'resume':
        return begin(state, { kind: 'resume-run', run });
      case 'quit':
        return { ...state, exit: 0 };
      default:
        return goHome(state);
    }
  },
};

/** At the result of a run that has ended. */
export function showResult(state: State, run: Run): State {
  const { done, failed, left } = run.counts;
  const line = `Run ${run.id}: ${done} done, ${failed} failed, ${left} left.`;
  const shown: State = { ...state, result: { run, saved: null } };
  return goTo(state.summary.includes(line) ? shown : remember(shown, line), 'result');
}
