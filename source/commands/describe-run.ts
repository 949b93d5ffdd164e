import { EXIT } from '../errors.ts';
import { pairText } from '../model/pair-text.ts';
import type { Run, RunCounts, RunState } from '../model/run.ts';
import type { User } from '../model/user.ts';

const STATES: Record<RunState, string> = {
  running: 'running',
  succeeded: 'succeeded',
  'finished-with-errors': 'finished with errors',
  stopped: 'stopped',
  interrupted: 'interrupted',
};

/** "finished with errors". */
export function stateText(state: RunState): string {
  return STATES[state];
}

/** "143 pairs: 140 done, 2 failed, 1 left". */
export function countsText({ pairs, done, failed, left }: RunCounts): string {
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}: ${done} done, ${failed} failed, ${left} left`;
}

/** The exit status that a run in this state gives to whoever followed it. */
export function runExitStatus(state: RunState): number {
  if (state === 'succeeded' || state === 'running') return EXIT.done;
  return state === 'interrupted' ? EXIT.interrupted : EXIT['partly-failed'];
}

/**
 * How a run ended, in the documents' words (A50, A52), and what to do next.
 * @param planFile the plan to name for going on
 */
export function describeEnd(run: Run, users: ReadonlyMap<number, User>, planFile: string): string[] {
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  return [
    ...(run.state === 'succeeded' ? ['Data Transfer Successful'] : []),
    ...(failed.length > 0
      ? [
          'Errors occurred during data transfer. The user IDs listed below were not transferred.',
          ...failed.map((pair) => `  ${pair.source}  ${pairText(pair, users)}: ${pair.reason ?? 'no reason is known'}`),
        ]
      : []),
    `Run ${run.id} ${sentenceOfState(run.state)}. ${countsText(run.counts)}.`,
    ...nextStep(run, planFile),
  ];
}

function sentenceOfState(state: RunState): string {
  return state === 'running' ? 'is at work' : state === 'interrupted' ? 'broke off' : stateText(state);
}

function nextStep({ id, state, counts }: Run, planFile: string): string[] {
  if (state === 'running') return [`Come back to it with: handover watch ${id}`];
  if (counts.left > 0) {
    return [`Go on with what is left: handover apply ${planFile}`, 'What is done is not done a second time.'];
  }
  if (counts.failed === 0) return [`Every pair of it: handover runs show ${id}`];
  return [
    `Every pair of it: handover runs show ${id}`,
    'Do not run again what was carried: make a new plan of the failed pairs only.',
  ];
}
