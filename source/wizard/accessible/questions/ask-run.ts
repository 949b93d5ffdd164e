import { headText } from '../../../audit/head-text.ts';
import { numberText } from '../../../model/number-text.ts';
import { nounOf, stateHeadline } from '../../../model/run-words.ts';
import { resultItems } from '../../logic/result.ts';
import type { RunView } from '../../run-view.ts';
import { aboutRun, listLines, reasonText, recordsText } from '../../screens/result-words.ts';
import { atWorkText, leavingText, paceText, progressText, runHeadline } from '../../screens/run-words.ts';
import type { State } from '../../state.ts';
import { press, pressing } from '../presses.ts';
import type { Asking } from '../question.ts';
import { menuList } from './menu-list.ts';

/** A run that goes on while it is watched. */
export const askRun: Asking = (state) => {
  const { run } = state;
  if (run === null) return {};
  return {
    facts: [`${runHeadline(run)}.`, leavingText(state), 'It is said every half minute how far it is.'],
    lines: [progressLine(run), `At work: ${atWorkText(run, state)}.`],
    commands:
      run.state === 'running' && run.counts.left > 0
        ? [{ letter: 's', label: `stop after the current ${nounOf(run)}`, answer: pressing('s') }]
        : [],
    back: 'to the first screen, the run goes on',
  };
};

/** "12 of 240 pairs: 12 done, 0 failed, 228 left. 3.4 pairs a second, about 2 min left." */
export function progressLine(run: RunView): string {
  const pace = run.state === 'running' ? paceText(run) : null;
  const { done, failed, pairs } = run.counts;
  return `${numberText(done + failed)} of ${numberText(pairs)} ${nounOf(run)}s: ${progressText(run)}.${pace === null ? '' : ` ${pace}.`}`;
}

/** How many pairs are told of before the list of all of them is. */
const TOLD = 10;

/** How a run ended, and what can be done next (A50 to A56). */
export const askResult: Asking = (state) => {
  const { result } = state;
  if (result === null) return {};
  const { run, done, head } = result;
  const { counts } = run;
  const pairs = listLines(state, run);
  const rest = pairs.length - TOLD;
  return {
    lines: [
      stateHeadline(run),
      `${numberText(counts.done)} done, ${numberText(counts.failed)} failed, ${numberText(counts.left)} left${done === null ? '' : `; ${recordsText(done, run.operation)}`}.`,
      ...(run.reason === undefined ? [] : [reasonText(run.reason)]),
      ...aboutRun(run, result.leftOut ?? 0),
      ...pairs.slice(0, TOLD).map((line) => `${line}.`),
      ...(rest > 0 ? [`${numberText(rest)} more: p lists all ${nounOf(run)}s.`] : []),
      ...(head === undefined ? [] : [headText(head)]),
    ],
    list: menuList(resultItems(state)),
    commands: [
      {
        letter: 'p',
        label: `all its ${nounOf(run)}s`,
        answer: { does: [(now: State) => (now.result === null ? [] : [press('tab')])] },
      },
    ],
  };
};
