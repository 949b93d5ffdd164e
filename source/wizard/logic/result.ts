import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { operationOfRun } from '../../model/operation-of-run.ts';
import type { Run } from '../../model/run.ts';
import { isUnfinished, listToRetry, retryWords } from '../../model/run-standing.ts';
import { nounOf } from '../../model/run-words.ts';
import { bodySize } from '../layout.ts';
import { ask, begin, goHome, goTo, say } from '../navigate.ts';
import { fieldOf } from '../parts/edit-text.ts';
import type { MenuItem } from '../parts/menu.tsx';
import type { State } from '../state.ts';
import { whyNotWriting } from '../world.ts';
import { careItems, chooseCare } from './care.ts';
import { type Logic, moveCursor } from './logic.ts';

/** Why rows are not repeated as they were planned. */
const AGAIN = 'import the file once more; what is done is not done twice';

/** What the operator can do after a run (A53 to A56). */
export function resultItems(state: State): MenuItem<string>[] {
  const { result } = state;
  if (result === null) return [];
  const { counts } = result.run;
  const items: MenuItem<string>[] = [];
  const refusal = whyNotNow(state);
  const disabled = refusal === null ? {} : { disabled: refusal };
  const log = counts.failed > 0 ? 'Save the audit log of these errors' : 'Save the log of this run';
  items.push({
    value: 'save',
    label: log,
    detail: result.saved === null ? 'as a CSV file' : `saved already: ${result.saved}`,
  });
  const toRetry = listToRetry(result.run);
  if (toRetry.length > 0) {
    items.push({
      value: 'retry',
      label: 'Retry only these',
      detail: `${retryWords(toRetry)}, as a new plan`,
      ...(result.run.operation === 'import' ? { disabled: AGAIN } : disabled),
    });
  }
  if (isUnfinished(result.run)) items.push(...unfinishedItems(result.run, disabled));
  if (counts.done > 0) items.push(undoItem(result.run, state));
  items.push(...careItems(state));
  const list = pairListOf(state);
  if (list !== null)
    items.push({ value: 'list', label: `Back to the list of ${nounOf(result.run)}s`, detail: `of run ${list.run}` });
  items.push(
    { value: 'home', label: 'Back to the first screen', detail: '' },
    { value: 'quit', label: 'Quit', detail: 'the result stays on your screen' },
  );
  return items;
}

function unfinishedItems(run: Run, disabled: { disabled?: string }): MenuItem<string>[] {
  const { left } = run.counts;
  const noun = nounOf(run);
  if (left === 0) {
    return [{ value: 'resume', label: 'Bring it to its end', detail: 'nothing is left of it', ...disabled }];
  }
  const detail = 'what is left stays left; it comes first no more';
  return [
    { value: 'resume', label: 'Go on with what is left', detail: countOf(left, noun), ...disabled },
    { value: 'close', label: 'Leave it at that', detail, ...disabled },
  ];
}

function undoItem(run: Run, state: State): MenuItem<string> {
  const { done, undone } = run.counts;
  const nothing = done === undone ? `undone already, by run ${undoersOf(run).join(' and ')}` : null;
  const disabled = whyNotNow(state) ?? nothing;
  return {
    value: 'undo',
    label: 'Undo this run',
    detail: `puts ${countOf(done - undone, nounOf(run))} back; you review it first`,
    ...(disabled === null ? {} : { disabled }),
  };
}

/** The runs that have put something of `run` back, oldest first. */
export function undoersOf({ pairs }: Run): string[] {
  return [...new Set(pairs.flatMap(({ undone }) => undone?.by ?? []))];
}

/** The list of pairs from which the one was undone whose undo is run or has been; or null. */
function pairListOf({ mode, undo, pairList }: State): State['pairList'] {
  return mode === 'undo' && undo?.pairs != null && undo.run === pairList?.run ? pairList : null;
}

/** With that list being opened anew; null: there is none. */
export function toPairList(state: State): State | null {
  const list = pairListOf(state);
  return list === null ? null : begin(state, { kind: 'open-run', run: list.run, showAs: 'pairs' });
}

/** Why nothing can be done with the run on screen at the moment: no retry, no undo, no going on; or null. */
export function whyNotNow({ world, result }: State): string | null {
  const running = world.runs.find(({ state, id }) => state === 'running' && id !== result?.run.id);
  const busy = running === undefined ? null : `run ${running.id} is in progress; only one at a time`;
  const operation = result === null ? 'transfer' : operationOfRun(result.run, world.runs);
  return whyNotWriting(world, operation) ?? busy;
}

export const resultLogic: Logic = {
  act: (state, action) =>
    action === 'pairs'
      ? goTo(state, 'pairs')
      : {
          ...state,
          scroll: moveCursor(state.scroll, action, 100_000, Math.max(1, bodySize(state).height - 9)),
        },
  choose(state, value) {
    const run = state.result?.run.id;
    if (run === undefined) return goHome(state);
    switch (value) {
      case 'save':
        return state.result?.saved == null
          ? begin(state, { kind: 'save-log', run })
          : say(state, 'info', `It is saved: ${state.result.saved}`);
      case 'retry':
        return begin(state, { kind: state.result?.run.undoOf == null ? 'retry' : 'retry-undo', run });
      case 'undo':
        return begin(state, { kind: 'open-undo', run, pairs: null });
      case 'resume':
        return begin(state, { kind: 'open-plan', run });
      case 'close':
        return ask(state, {
          text: `End the run ${run} for good? What is left of it stays as it is, and nobody is asked to go on with it.`,
          yes: 'Leave it at that',
          no: 'Not now',
          task: { kind: 'close-run', run },
        });
      case 'list':
        return toPairList(state) ?? goHome(state);
      case 'quit':
        return { ...state, exit: 0 };
      default:
        return chooseCare(state, value) ?? goHome(state);
    }
  },
};

/** At the result of a run that has ended. */
export function showResult(state: State, shown: Omit<NonNullable<State['result']>, 'saved'>): State {
  const { run } = shown;
  const counts = run.counts;
  const undo = run.undoOf === null ? '' : `, an undo of ${run.undoOf}`;
  const line = `Run ${run.id}${undo}: ${numberText(counts.done)} done, ${numberText(counts.failed)} failed, ${numberText(counts.left)} left.`;
  const summary = state.summary.filter((each) => !each.startsWith(`Run ${run.id}${undo}:`));
  const fresh = {
    result: { ...shown, saved: null },
    pairFilter: 'all',
    pairField: fieldOf(''),
    pairCursor: 0,
  } as const;
  return goTo({ ...state, ...fresh, summary: [...summary, line] }, 'result');
}
