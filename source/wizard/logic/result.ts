import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { bodySize } from '../layout.ts';
import { begin, goHome, goTo, say } from '../navigate.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { whyNotWriting } from '../world.ts';
import { type Logic, moveCursor } from './logic.ts';

/** What the operator can do after a run (A53 to A56). */
export function resultItems({ result, world }: State): MenuItem<string>[] {
  if (result === null) return [];
  const { counts } = result.run;
  const items: MenuItem<string>[] = [];
  const refusal = whyNotWriting(world);
  const disabled = refusal === null ? {} : { disabled: refusal };
  const log = counts.failed > 0 ? 'Save the audit log of these errors' : 'Save the log of this run';
  items.push({
    value: 'save',
    label: log,
    detail: result.saved === null ? 'as a CSV file' : `saved already: ${result.saved}`,
  });
  if (counts.failed > 0) {
    items.push({
      value: 'retry',
      label: 'Retry only these',
      detail: `${counts.failed} failed, as a new plan`,
      ...disabled,
    });
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
        return state.result?.saved == null
          ? begin(state, { kind: 'save-log', run })
          : say(state, 'info', `It is saved: ${state.result.saved}`);
      case 'retry':
        return begin(state, { kind: 'retry', run });
      case 'resume':
        return begin(state, { kind: 'open-plan', run });
      case 'quit':
        return { ...state, exit: 0 };
      default:
        return goHome(state);
    }
  },
};

/** At the result of a run that has ended. */
export function showResult(state: State, run: Run, done: Plan | null): State {
  const counts = run.counts;
  const line = `Run ${run.id}: ${counts.done} done, ${counts.failed} failed, ${counts.left} left.`;
  const summary = state.summary.filter((each) => !each.startsWith(`Run ${run.id}:`));
  return goTo({ ...state, summary: [...summary, line], result: { run, done, saved: null } }, 'result');
}
