import { operationOfRun } from '../../model/operation-of-run.ts';
import type { RootOperation } from '../../model/plan.ts';
import type { Run, RunEvent } from '../../model/run.ts';
import { nounOf } from '../../model/run-words.ts';
import { ask, begin, goTo, say } from '../navigate.ts';
import type { RunView } from '../run-view.ts';
import { type State, stepNow } from '../state.ts';
import { tellPair } from '../tell-pair.ts';
import { whyNotWriting } from '../world.ts';
import type { Logic } from './logic.ts';
import { isCarriedAgain } from './undo.ts';

/** How many events a viewer keeps. */
const KEPT_EVENTS = 50;

/** The run as it goes on (A29, A49). It needs no viewer: leaving stops nothing. */
export const runLogic: Logic = {
  act(state, action) {
    const { run } = state;
    if (action !== 'stop' || run === null || run.state !== 'running') return state;
    const refusal = whyNotWriting(state.world, operationOfView(state, run));
    if (refusal !== null) return say(state, 'info', `The run cannot be stopped from here: ${refusal}.`);
    return ask(state, {
      text: `Stop the run ${run.id} after the ${nounOf(run)}s at work? What is left stays as it is; you can go on later.`,
      yes: 'Stop the run',
      no: 'Let it go on',
      task: { kind: 'stop-run', run: run.id },
    });
  },
};

/** Watching `run`: from what is known of it on, its events follow. */
export function watchRun(state: State, run: Run): State {
  const view: RunView = {
    id: run.id,
    undoOf: run.undoOf,
    pairs: run.pairs.map(({ source, target }) => ({ source, target })),
    counts: run.counts,
    state: 'running',
    since: { at: 0, settled: run.counts.done + run.counts.failed },
    at: 0,
    events: [],
  };
  return goTo({ ...state, run: view }, 'run');
}

/** Takes in events; the end of the run opens its result. */
export function takeEvents(state: State, events: readonly RunEvent[], at: number): State {
  let { run } = state;
  if (run === null || events[0]?.run !== run.id) return state;
  if (run.since.at === 0) run = { ...run, since: { at, settled: run.counts.done + run.counts.failed } };
  const lines = [...run.events];
  for (const event of events) {
    const { done, failed, left } = event;
    run = { ...run, counts: { ...run.counts, done, failed, left } };
    if (event.event === 'run-finished') run = { ...run, state: event.state };
    const line = lineOf(event, state, goesBack(state, run));
    if (line !== null) lines.push(line);
  }
  run = { ...run, at, events: lines.slice(-KEPT_EVENTS) };
  const next = { ...state, run };
  if (run.state === 'running') return next;
  if (stepNow(state) === 'run') return begin(next, { kind: 'open-run', run: run.id, showAs: 'result' });
  return say(next, 'info', `The run ${run.id} has ended; History tells how.`);
}

/** Whether the pairs of `run` are put back, and not carried, for the first time or again. */
export function goesBack(state: State, { undoOf }: Pick<Run, 'undoOf'>): boolean {
  return undoOf !== null && !isCarriedAgain(state, undoOf);
}

function lineOf(event: RunEvent, state: State, isUndo: boolean): RunView['events'][number] | null {
  switch (event.event) {
    case 'pair-done':
      return { kind: 'good', text: `done    ${tellPair(state, event, isUndo)}` };
    case 'pair-failed':
      return { kind: 'bad', text: `failed  ${tellPair(state, event, isUndo)}: ${event.reason}` };
    case 'run-finished':
      return event.reason === undefined ? null : { kind: 'bad', text: `stopped: ${event.reason}` };
    default:
      return null;
  }
}

/** What the run on screen does, or undoes. */
function operationOfView({ world }: State, { id }: RunView): RootOperation {
  const run = world.runs.find((each) => each.id === id);
  return run === undefined ? 'transfer' : operationOfRun(run, world.runs);
}

/** Pairs a second and seconds left, from what this viewer has seen; null until there is something to go by. */
export function paceOf({ counts, since, at }: RunView): { rate: number; secondsLeft: number } | null {
  const seconds = (at - since.at) / 1000;
  const settled = counts.done + counts.failed - since.settled;
  if (seconds <= 0 || settled <= 0) return null;
  const rate = settled / seconds;
  return { rate, secondsLeft: counts.left / rate };
}
